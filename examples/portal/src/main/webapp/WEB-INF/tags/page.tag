<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" description="The frame of every page: head, top bar, footer." %>
<%@ attribute name="title" required="true" description="The page's own part of the title." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<c:set var="root" value="${pageContext.request.contextPath}" />
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title><c:out value="${title}" /> · Meadow Practice Portal</title>
  <link rel="icon" type="image/svg+xml" href="${root}/assets/meadow.svg">
  <link rel="stylesheet" href="${root}/assets/portal.css">
</head>
<body>
<a class="skip" href="#main">Skip to the main content</a>
<header class="topbar">
  <div class="wide topbar-row">
    <a class="brand" href="${root}/">
      <img src="${root}/assets/meadow.svg" alt="" width="34" height="34">
      <span>Meadow <span class="brand-rest">Practice Portal</span></span>
    </a>
    <c:if test="${not empty home}">
      <div class="session">
        <p class="who">
          <span class="who-name" id="user-name"><c:out value="${home.user}" /></span>
          <c:if test="${not empty home.organization}">
            <span class="who-at"><c:out value="${home.organization}" /></span>
          </c:if>
        </p>
        <form method="post" action="${root}/logout">
          <button type="submit" class="button quiet" id="log-out">Log out</button>
        </form>
      </div>
    </c:if>
  </div>
</header>
<jsp:doBody />
<footer class="footer">
  <p class="wide">An example application of Launchgate. Every person in the demo is invented.</p>
</footer>
</body>
</html>
