<%@ page contentType="text/html; charset=UTF-8" session="false" isErrorPage="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="m" tagdir="/WEB-INF/tags" %>
<c:set var="missing" value="${requestScope['jakarta.servlet.error.status_code'] eq 404}" />
<m:page title="${missing ? 'Page not found' : 'Something went wrong'}">
<main id="main" class="wide single">
  <section class="card welcome" aria-labelledby="error-title">
    <h1 id="error-title">${missing ? 'Page not found' : 'Something went wrong'}</h1>
    <p class="lead">${missing ? 'There is nothing at this address.' : 'The portal could not answer. Try again, or open the patient once more in the partner\'s system.'}</p>
    <p><a class="button" href="<c:url value="/" />">To the start page</a></p>
  </section>
</main>
</m:page>
