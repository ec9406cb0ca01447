package org.launchgate.jaspic;

/** The module, and no filter. */
class ModuleAloneTest extends ModuleContract {
  @Override
  void complete(ModuleApp application) {}
}
