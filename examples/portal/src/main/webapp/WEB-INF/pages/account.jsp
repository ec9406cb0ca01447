<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="m" tagdir="/WEB-INF/tags" %>
<m:page title="Your account">
<main id="main" class="wide single">
  <section class="card welcome" aria-labelledby="account-title">
    <h1 id="account-title">You are logged in as <span id="account-person"><c:out value="${account.person}" /></span></h1>
    <p class="lead">With your own account, <span class="sample" id="account-name"><c:out value="${account.name}" /></span>, and without a launch: no patient is in focus.</p>
    <c:if test="${not empty partnerUrl}">
      <p><a class="button" id="partner-link" href="<c:out value="${partnerUrl}" />">Go to the partner's system</a></p>
    </c:if>
    <h2>Linked to your account</h2>
    <c:choose>
      <c:when test="${empty links}"><p class="card-none" id="no-links">Nobody yet. Open a patient in your own system to link it.</p></c:when>
      <c:otherwise>
        <p class="card-note">Whoever comes as one of these is logged in to your account at once.</p>
        <ul class="links" id="links">
          <c:forEach var="link" items="${links}">
            <li>
              <p><strong><c:out value="${link.value}" /></strong> <span class="link-of"><c:out value="${link.system}" />, from <c:out value="${link.partner}" /></span></p>
              <form method="post" action="<c:url value="/links" />">
                <input type="hidden" name="partner" value="<c:out value="${link.partner}" />">
                <input type="hidden" name="system" value="<c:out value="${link.system}" />">
                <input type="hidden" name="value" value="<c:out value="${link.value}" />">
                <button type="submit" class="button quiet">Remove<span class="hidden"> <c:out value="${link.value}" /> from <c:out value="${link.partner}" /></span></button>
              </form>
            </li>
          </c:forEach>
        </ul>
      </c:otherwise>
    </c:choose>
  </section>
</main>
</m:page>
