package dev.lastcall.exit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.ExitPlan;

/**
 * Says, in strict mode, that the bounds along the critical path do not fit what the cleanups have.
 *
 * <p>The message names both times and the critical path.
 */
public final class PlanRefusedException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // for whoever catches it in this process
  private final ExitPlan plan;

  /**
   * Creates the exception.
   *
   * @param plan the plan that does not fit
   */
  public PlanRefusedException(ExitPlan plan) {
    super(
        Refusals.planTooLong(
            Arguments.given("plan", plan).demanded(), plan.available(), plan.criticalPath()));
    this.plan = plan;
  }

  /**
   * Returns the plan that does not fit.
   *
   * @return the plan, with the verdict {@link ExitPlan.Verdict#REFUSED}
   */
  public ExitPlan plan() {
    return plan;
  }
}
