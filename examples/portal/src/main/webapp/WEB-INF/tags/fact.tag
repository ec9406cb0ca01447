<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" description="One labelled value; nothing where there is no value." %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="value" required="true" type="java.lang.Object" %>
<%@ attribute name="id" required="false" %>
<%@ attribute name="code" required="false" type="java.lang.Boolean" description="Whether the value is an identifier." %>
<%@ attribute name="ownRow" required="false" type="java.lang.Boolean" description="Whether the value needs a row of its own where there is little room." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<c:if test="${not empty value}">
  <div class="fact<c:if test="${ownRow}"> own-row</c:if>">
    <dt><c:out value="${label}" /></dt>
    <dd<c:if test="${not empty id}"> id="<c:out value="${id}" />"</c:if><c:if test="${code}"> class="code"</c:if>><c:out value="${value}" /></dd>
  </div>
</c:if>
