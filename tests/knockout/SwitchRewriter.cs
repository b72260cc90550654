using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cofferdam.Tests.Knockout;

/// <summary>Puts a switch at every part of the monitor's sources that can be knocked out, and lists them.</summary>
internal sealed class SwitchRewriter : CSharpSyntaxRewriter
{
    /// <summary>The class of the switches; a number of 0 leaves everything on.</summary>
    public const string Switches = """
        namespace Cofferdam.Monitor;

        public static class Knockouts
        {
            public static int Number;

            internal static bool IsOut(int number) => Number == number;

            internal static bool IsOut(int number, int other) => Number == number || Number == other;
        }
        """;

    /// <summary>Methods that find something, and what they return when they find nothing.</summary>
    private static readonly Dictionary<string, string> Findings = new()
    {
        ["Carry.FirstMissing"] = "Decision.Unconditional",
        ["Carry.FirstMissingMark"] = "Decision.Unconditional",
        ["Wall.FirstBroken"] = "-1",
    };

    /// <summary>
    /// Where a class is not called after an operation: the operation whose tests are the likeliest to notice that a part of it is
    /// missing.
    /// </summary>
    private static readonly Dictionary<string, string> Likely = new()
    {
        ["Carry"] = "LoadPolicy",
        ["Replay"] = "LoadPolicy",
        ["Wall"] = "LoadPolicy",
        ["Attach"] = "AttachVolume",
        ["Open"] = "OpenWindow",
        ["Enter"] = "StartDomain",
        ["LifeCycle"] = "PauseDomain",
        ["ReferenceMonitor"] = "None",
        ["Permit"] = "None",
        ["Obstacle"] = "None",
    };

    private readonly List<Knockout> _knockouts = [];
    private readonly Dictionary<string, int> _rules = [];
    private readonly HashSet<string> _granting;

    /// <summary>A rewriter that knows the members of the enum of rules and of the enum of operations.</summary>
    public SwitchRewriter(IEnumerable<string> refusing, IEnumerable<string> granting, IEnumerable<string> operations)
    {
        _granting = [.. granting];
        foreach (var rule in refusing)
            _rules.Add(rule, Add(KnockoutKind.Rule, rule, rule));
        FirstHook = _knockouts.Count;
        foreach (var operation in operations)
            Add(KnockoutKind.Hook, operation, operation);
    }

    /// <summary>What can be knocked out.</summary>
    public IReadOnlyList<Knockout> Knockouts => _knockouts;

    /// <summary>The number of an operation's hook is this and the operation's own number.</summary>
    private int FirstHook { get; }

    /// <inheritdoc/>
    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        var isRule = node.Expression is IdentifierNameSyntax { Identifier.Text: "Rule" };
        if (!isRule || _granting.Contains(node.Name.Identifier.Text) || IsLookedAt(node))
            return base.VisitMemberAccessExpression(node);
        var rule = node.Name.Identifier.Text;
        var place = Add(KnockoutKind.Place, $"{rule} in {Member(node)}", rule);
        return Expression($"({Out(_rules[rule], place)} ? Rule.Unconditional : {node})");
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (Member(node) != "Operation.Decide" || node.ToString() != "Check(state)")
            return base.VisitInvocationExpression(node);
        return Expression($"(global::Cofferdam.Monitor.Knockouts.IsOut({FirstHook} + (int)Kind) ? Allow : Check(state))");
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var nothing = WhatNothingIs(node);
        var rewritten = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        if (nothing is null)
            return rewritten;
        var name = $"{Class(node)}.{node.Identifier.Text}({node.ParameterList.Parameters.FirstOrDefault()?.Type})";
        var number = Add(nothing == "state" ? KnockoutKind.Step : KnockoutKind.Act, name,
            Likely.GetValueOrDefault(Class(node), Class(node)));
        return Switched(rewritten, $"if ({Out(number)}) return {nothing};");
    }

    /// <summary>What a method gives when it is knocked out; null for one that cannot be.</summary>
    private static string? WhatNothingIs(MethodDeclarationSyntax node)
    {
        if (node.Body is null && node.ExpressionBody is null)
            return null;
        var parameters = node.ParameterList.Parameters;
        if (node.ReturnType.ToString() == "void")
            return "";
        var givesState = node.ReturnType.ToString() == "State" && parameters.Any(parameter => parameter.Identifier.Text == "state");
        var isSame = node.ExpressionBody?.Expression.ToString() == "state";
        if (givesState && !isSame && parameters.All(parameter => parameter.Modifiers.All(modifier =>
            !modifier.IsKind(SyntaxKind.OutKeyword))))
            return "state";
        return Findings.GetValueOrDefault($"{Class(node)}.{node.Identifier.Text}");
    }

    private static MethodDeclarationSyntax Switched(MethodDeclarationSyntax node, string first)
    {
        var statement = SyntaxFactory.ParseStatement(first + "\n");
        if (node.Body is { } body)
            return node.WithBody(body.WithStatements(body.Statements.Insert(0, statement)));
        var rest = node.ReturnType.ToString() == "void" ? $"{node.ExpressionBody!.Expression};"
            : $"return {node.ExpressionBody!.Expression};";
        return node.WithExpressionBody(null).WithSemicolonToken(default)
            .WithBody(SyntaxFactory.Block(statement, SyntaxFactory.ParseStatement(rest)));
    }

    /// <summary>True where a rule is only compared with.</summary>
    private static bool IsLookedAt(MemberAccessExpressionSyntax node) =>
        node.Ancestors().TakeWhile(ancestor => ancestor is ExpressionSyntax or PatternSyntax).Any(ancestor => ancestor is PatternSyntax)
        || node.Parent is BinaryExpressionSyntax;

    private static ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text);

    private static string Out(params int[] numbers) => $"global::Cofferdam.Monitor.Knockouts.IsOut({string.Join(", ", numbers)})";

    private static string Member(SyntaxNode node) =>
        $"{Class(node)}.{node.Ancestors().OfType<MemberDeclarationSyntax>().First() switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            var other => other.Kind().ToString(),
        }}";

    private static string Class(SyntaxNode node) => node.Ancestors().OfType<TypeDeclarationSyntax>().First().Identifier.Text;

    private int Add(KnockoutKind kind, string name, string likely)
    {
        var same = _knockouts.Count(other =>
            other.Kind == kind && (other.Name == name || other.Name.StartsWith($"{name}, ", StringComparison.Ordinal)));
        var knockout = new Knockout(_knockouts.Count + 1, kind, same == 0 ? name : $"{name}, {same + 1}", likely);
        _knockouts.Add(knockout);
        return knockout.Number;
    }
}
