<%@ page contentType="text/plain; charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
method=${pageContext.request.method}
query=${pageContext.request.queryString}
header=${header['Launch-Window']}
field=${param.a}
patient=${launchContext.patient.id}
