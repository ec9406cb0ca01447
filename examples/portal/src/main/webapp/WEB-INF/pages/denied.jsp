<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="m" tagdir="/WEB-INF/tags" %>
<m:page title="${launchPage.title}">
<main id="main" class="wide single">
  <section class="card welcome" aria-labelledby="denied-title" lang="${launchPage.language}">
    <h1 id="denied-title"><c:out value="${launchPage.title}" /></h1>
    <p class="lead"><c:out value="${launchPage.text}" /></p>
    <p class="lead"><c:out value="${launchPage.advice}" /></p>
    <c:if test="${not empty launchPage.relaunchUrl}">
      <p><a class="button" id="relaunch" href="<c:out value="${launchPage.relaunchUrl}" />"><c:out value="${launchPage.relaunchText}" /></a></p>
    </c:if>
    <p><c:out value="${launchPage.referenceText}" /></p>
    <p class="reference" id="reference"><c:out value="${launchPage.reference}" /></p>
  </section>
</main>
</m:page>
