using Cofferdam.Tests.Kit.Knockout;
using Xunit;

namespace Cofferdam.Tests.Mutation;

/// <summary>
/// The conformance suite on the monitor as it is built, as one test that ends with the first failure: eng/stryker runs it for every
/// mutant, and its runner can neither choose among tests nor tell which of them a mutant concerns.
/// </summary>
public sealed class SuiteTests
{
    [Fact]
    [Trait("Requirement", "ISO-1")]
    public void The_monitor_passes_the_conformance_suite() => Assert.Null(ConformanceSuite.FirstFailure(""));
}
