<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="m" tagdir="/WEB-INF/tags" %>
<m:page title="${launchRefusal.title}">
<main id="main" class="wide single">
  <section class="card welcome" aria-labelledby="denied-title">
    <h1 id="denied-title"><c:out value="${launchRefusal.title}" /></h1>
    <p class="lead"><c:out value="${launchRefusal.text}" /></p>
    <c:if test="${not empty launchRefusal.relaunchUrl}">
      <p><a class="button" id="relaunch" href="<c:out value="${launchRefusal.relaunchUrl}" />">Go to your own system</a></p>
    </c:if>
    <c:if test="${not empty launchRefusal.reference}">
      <p>If it happens again, give your support this reference:</p>
      <p class="reference" id="reference"><c:out value="${launchRefusal.reference}" /></p>
    </c:if>
  </section>
</main>
</m:page>
