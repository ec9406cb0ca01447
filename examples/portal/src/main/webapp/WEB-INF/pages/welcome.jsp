<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="m" tagdir="/WEB-INF/tags" %>
<m:page title="Welcome">
<main id="main" class="wide single">
  <section class="card welcome" aria-labelledby="welcome-title">
    <h1 id="welcome-title">Nobody is logged in</h1>
    <c:choose>
      <c:when test="${hasAccounts}">
    <p class="lead">You come in from the system in which you already work, with the patient that you have open there. The first time you log in here as well, and link your account; never again after that.</p>
      </c:when>
      <c:otherwise>
    <p class="lead">Meadow has no log-in page of its own. You come in from the system in which you already work, with the patient that you have open there.</p>
      </c:otherwise>
    </c:choose>
    <ol class="steps">
      <li>Open a patient in your practice or clinic system.</li>
      <li>Choose <strong>Meadow</strong> there. Your system signs who you are and which patient you mean.</li>
      <li>You are here, logged in, with that patient in focus.</li>
    </ol>
    <c:if test="${not empty partnerUrl}">
      <p><a class="button" id="partner-link" href="<c:out value="${partnerUrl}" />">Go to the partner's system</a></p>
    </c:if>
    <c:if test="${hasAccounts}">
      <p class="other-way"><a id="login-link" href="<c:url value="/login" />">Log in with your account</a>, without a patient</p>
    </c:if>
  </section>
</main>
</m:page>
