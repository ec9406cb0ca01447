<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" description="The frame of every page: head, top bar, footer." %>
<%@ attribute name="title" required="true" description="The page's own part of the title." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<c:set var="root" value="${pageContext.request.contextPath}" />
<c:set var="name" value="${empty initParam['portal.name'] ? 'Practice Portal' : initParam['portal.name']}" />
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title><c:out value="${title}" /> · Meadow <c:out value="${name}" /></title>
  <link rel="icon" type="image/svg+xml" href="${root}/assets/meadow.svg">
  <link rel="stylesheet" href="${root}/assets/portal.css">
  <%-- First of all scripts: what follows it is kept in the window of this page --%>
  <script src="${root}/launchgate.js" data-window="<c:out value="${launchContext.window}" />"></script>
  <script src="${root}/assets/portal.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the main content</a>
<header class="topbar">
  <div class="wide topbar-row">
    <a class="brand" id="home-link" href="<c:url value="/" />">
      <img src="${root}/assets/meadow.svg" alt="" width="34" height="34">
      <span>Meadow <span class="brand-rest"><c:out value="${name}" /></span></span>
    </a>
    <c:if test="${not empty home or not empty account}">
      <div class="session">
        <p class="who">
          <span class="who-name" id="user-name"><c:out value="${empty account ? home.user : account.person}" /></span>
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
<%-- Filled by portal.js when the window of this page is not what it was --%>
<p class="window-state" id="window-state" role="alert" hidden></p>
<jsp:doBody />
<footer class="footer">
  <p class="wide">An example application of Launchgate. Every person in the demo is invented.</p>
</footer>
</body>
</html>
