<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="m" tagdir="/WEB-INF/tags" %>
<m:page title="${failed ? 'Not logged in' : 'Log in'}">
<main id="main" class="wide single">
  <section class="card welcome" aria-labelledby="login-title">
    <h1 id="login-title">Log in with your account</h1>
    <c:choose>
      <c:when test="${failed}">
        <p class="failed" id="login-failed" role="alert">This user name and this password do not belong together. Try again.</p>
      </c:when>
      <c:otherwise>
        <p class="lead">If you came from your own system just now, this is your first visit. Log in once; then you are asked whether to link the two.</p>
      </c:otherwise>
    </c:choose>
    <form method="post" action="<c:url value="/login" />" class="login-form" id="login">
      <label for="login-name">User name</label>
      <input type="text" id="login-name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required>
      <label for="login-password">Password</label>
      <input type="password" id="login-password" name="password" autocomplete="current-password" required>
      <button type="submit" class="button" id="log-in">Log in</button>
    </form>
    <h2>Accounts to try</h2>
    <p class="card-note">The people are invented. Everybody's password is <span class="sample"><c:out value="${password}" /></span></p>
    <dl class="facts">
      <c:forEach var="account" items="${accounts}">
        <m:fact label="${account.name}" value="${account.person}" />
      </c:forEach>
    </dl>
  </section>
</main>
</m:page>
