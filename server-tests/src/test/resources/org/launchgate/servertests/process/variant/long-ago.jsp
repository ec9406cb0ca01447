<%@ page contentType="text/plain; charset=UTF-8" import="java.lang.reflect.*,java.time.*" %><%
  // The user of this session came a day ago, and has been busy all the time.
  String name = "org.launchgate.servlet.SessionUser";
  Object user = session.getAttribute(name);
  Method principal = user.getClass().getDeclaredMethod("principal");
  principal.setAccessible(true);
  Constructor<?> made = user.getClass().getDeclaredConstructors()[0];
  made.setAccessible(true);
  Instant since = Instant.now().minus(Duration.ofDays(1));
  session.setAttribute(name, made.newInstance(principal.invoke(user), since, false));
%>
