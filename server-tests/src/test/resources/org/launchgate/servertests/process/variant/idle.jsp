<%@ page contentType="text/plain; charset=UTF-8" import="jakarta.servlet.http.*" %><%!
  static final class Last implements HttpSessionBindingListener {
    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
      event.getSession().getServletContext().setAttribute("ended", true);
    }
  }
%><%
  // From now on the container ends this session when nobody has used it for a second.
  application.removeAttribute("ended");
  session.setAttribute("last", new Last());
  session.setMaxInactiveInterval(1);
%>
