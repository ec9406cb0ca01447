package org.launchgate.servlet;

import java.util.HashMap;
import java.util.Map;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;

/** A management bean of a server, with these attributes. */
final class FakeDynamicBean implements DynamicMBean {
  private final Map<String, Object> attributes;

  FakeDynamicBean(Map<String, Object> attributes) {
    this.attributes = new HashMap<>(attributes);
  }

  @Override
  public Object getAttribute(String name) throws AttributeNotFoundException {
    if (!attributes.containsKey(name)) {
      throw new AttributeNotFoundException(name);
    }
    return attributes.get(name);
  }

  @Override
  public void setAttribute(Attribute attribute) {
    attributes.put(attribute.getName(), attribute.getValue());
  }

  @Override
  public AttributeList getAttributes(String[] names) {
    throw new UnsupportedOperationException();
  }

  @Override
  public AttributeList setAttributes(AttributeList values) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object invoke(String action, Object[] values, String[] signature) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    return new MBeanInfo(getClass().getName(), "", new MBeanAttributeInfo[0], null, null, null);
  }
}
