package org.launchgate.jaspic;

/** The module, with the filter in front of the application. */
class ModuleBehindFilterTest extends ModuleContract {
  @Override
  void complete(ModuleApp application) {
    application.launchFilter();
  }
}
