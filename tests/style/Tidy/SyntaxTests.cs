using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Cofferdam.Tests.Style.Tidy;

/// <summary>Every C# file keeps the rules, and each rule catches what breaks it.</summary>
public sealed class SyntaxTests
{
    private static readonly Dictionary<string, Func<SourceFile, IEnumerable<string>>> Rules = new()
    {
        ["a type has a name that says nothing"] = SyntaxRules.EmptyNames,
        ["an error is swallowed"] = SyntaxRules.SwallowedErrors,
        ["a skip does not say why"] = SyntaxRules.UnexplainedSkips,
        ["unsafe code does not say why it is safe"] = SyntaxRules.UnexplainedUnsafe,
        ["a file is not named after a type in it"] = SyntaxRules.Misnamed,
        ["a file has several public types"] = SyntaxRules.SeveralPublicTypes,
    };

    public static TheoryData<string> RuleNames => new(Rules.Keys);

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void In_no_file(string rule) => Report.Empty(SourceFile.All.SelectMany(Rules[rule]));

    [Theory]
    [InlineData("a type has a name that says nothing", "class Thing { class TimeUtils { } }")]
    [InlineData("an error is swallowed", "class Thing { void M() { try { } catch (System.Exception) { } } }")]
    [InlineData("a skip does not say why", "class Thing { [Fact(Skip = \"\")] void M() { } }")]
    [InlineData("unsafe code does not say why it is safe", "class Thing { void M() { unsafe { } } }")]
    [InlineData("unsafe code does not say why it is safe", "unsafe class Thing { }")]
    [InlineData("a file is not named after a type in it", "class Other { }")]
    [InlineData("a file has several public types", "public class Thing { } public class Other { }")]
    public void What_breaks_a_rule_is_caught(string rule, string text)
    {
        foreach (var (name, check) in Rules)
            Assert.Equal(name == rule, check(SourceFile.Parse("src/Thing.cs", text)).Any());
    }

    [Theory]
    [InlineData("class Thing { void M() {\n// SAFETY: the buffer is pinned.\nunsafe { } } }")]
    [InlineData("class Thing { [Fact(Skip = \"needs a real TPM\")] void M() { } }")]
    [InlineData("public enum One { } public enum Two { }")]
    [InlineData("public record One; public record Two;")]
    [InlineData("public class Thing { public class Inner { } } class Helped { }")]
    public void What_keeps_the_rules_is_not_caught(string text) =>
        Assert.Empty(Rules.Values.SelectMany(check => check(SourceFile.Parse("src/Thing.cs", text))));
}
