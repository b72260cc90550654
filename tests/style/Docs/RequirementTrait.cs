using System.Collections.Generic;
using System.Linq;
using Cofferdam.Tests.Style.Tidy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cofferdam.Tests.Style.Docs;

/// <summary>
/// A test that says which requirement it serves: <c>[Trait("Requirement", ID)]</c> on the method, or on its class for all its methods.
/// </summary>
/// <param name="Class">The class.</param>
/// <param name="Method">The method.</param>
/// <param name="Requirement">The requirement's id.</param>
/// <param name="Place">File and line.</param>
internal sealed record RequirementTrait(string Class, string Method, string Requirement, string Place)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RequirementTrait> All { get; } =
    [
        .. from file in SourceFile.All
           where file.Path.StartsWith("tests/")
           from type in file.Find<ClassDeclarationSyntax>()
           from method in type.Members.OfType<MethodDeclarationSyntax>()
           where IsTest(method)
           from requirement in Values(type.AttributeLists).Concat(Values(method.AttributeLists))
           select new RequirementTrait(type.Identifier.Text, method.Identifier.Text, requirement, file.At(method)),
    ];

    /// <summary>True when <paramref name="name"/> is its class, or its class and method joined with a full stop.</summary>
    public bool IsCalled(string name) => name == Class || name == $"{Class}.{Method}";

    private static bool IsTest(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory");

    private static IEnumerable<string> Values(SyntaxList<AttributeListSyntax> lists) =>
        from attribute in lists.SelectMany(list => list.Attributes)
        where attribute.Name.ToString() == "Trait" && attribute.ArgumentList?.Arguments is [var name, _] && Text(name) == "Requirement"
        select Text(attribute.ArgumentList!.Arguments[1]) ?? attribute.ToString();

    private static string? Text(AttributeArgumentSyntax argument) => (argument.Expression as LiteralExpressionSyntax)?.Token.ValueText;
}
