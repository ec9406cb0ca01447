<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="The patients that are open side by side; nothing where there is only one." %>
<%@ attribute name="patients" required="true" type="java.util.List" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<c:if test="${patients.size() gt 1}">
  <nav class="open-patients" aria-label="Open patients">
    <div class="wide open-row">
      <ul id="open-patients">
        <c:forEach var="open" items="${patients}">
          <li><a href="<c:out value="${open.address}" />"<c:if test="${open.current}"> aria-current="page"</c:if>><c:out value="${open.name}" /></a></li>
        </c:forEach>
      </ul>
      <form method="post" action="<c:url value="/close" />">
        <button type="submit" class="button quiet" id="close-patient">Close this patient</button>
      </form>
    </div>
  </nav>
</c:if>
