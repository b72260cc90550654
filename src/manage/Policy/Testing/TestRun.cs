using Cofferdam.Model.Project;
using Cofferdam.Policy.Statements;

namespace Cofferdam.Policy.Testing;

/// <summary>What came of one test of a policy.</summary>
/// <param name="Test">The test.</param>
/// <param name="Answer">The answer of the monitor; null when the test could not be read.</param>
/// <param name="Statement">The statement; null when it could not be read.</param>
/// <param name="Failure">What is wrong; empty when it passed.</param>
public sealed record TestRun(TestModel Test, Statement? Statement, Answer? Answer, string Failure)
{
    /// <summary>True when it passed.</summary>
    public bool Passed => Failure.Length == 0;
}
