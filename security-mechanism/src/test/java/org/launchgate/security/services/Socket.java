package org.launchgate.security.services;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import org.launchgate.cdi.CurrentLaunch;
import org.launchgate.cdi.desk.Patients;

/** Takes the patient out of the handshake, as the documentation says. */
@ServerEndpoint(value = "/socket", configurator = Socket.OfPatient.class)
public class Socket {
  private String patient;

  /** Notes the patient of each handshake. */
  public static class OfPatient extends ServerEndpointConfig.Configurator {
    @Override
    public void modifyHandshake(
        ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
      config
          .getUserProperties()
          .put("patient", Patients.of(CDI.current().select(CurrentLaunch.class).get()));
    }
  }

  @OnOpen
  public void open(EndpointConfig config) {
    patient = (String) config.getUserProperties().get("patient");
  }

  @OnMessage
  public String message(String text) {
    return text + " handshake=" + patient + " message=" + now();
  }

  private static String now() {
    try {
      return Patients.of(CDI.current().select(CurrentLaunch.class).get());
    } catch (ContextNotActiveException e) {
      return "no scope";
    }
  }
}
