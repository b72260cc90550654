using System.Collections.Generic;

namespace Cofferdam.Policy.Explaining;

/// <summary>A decision as people and programs are told it.</summary>
/// <param name="Allowed">True when it is allowed.</param>
/// <param name="Code">The code, CD and three digits.</param>
/// <param name="Statement">What was asked, as a sentence.</param>
/// <param name="Because">Why, in sentences.</param>
/// <param name="Rule">The rule's full name.</param>
/// <param name="Source">Where the rule stands, file:line; empty when it stands in no file.</param>
/// <param name="Policy">Name and serial of the policy.</param>
/// <param name="Why">The reason that the policy gives; may be empty.</param>
/// <param name="WaysOut">What would help.</param>
public sealed record Explanation(
    bool Allowed, string Code, string Statement, string Because, string Rule, string Source, string Policy, string Why, IReadOnlyList<string> WaysOut);
