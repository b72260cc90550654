using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cofferdam.Tests.Style.Tidy;

/// <summary>Rules about one C# file. Each returns what breaks it.</summary>
internal static partial class SyntaxRules
{
    private const int ShortestReason = 10;

    /// <summary>A type is named after what it is.</summary>
    public static IEnumerable<string> EmptyNames(SourceFile file) =>
        from type in file.Find<BaseTypeDeclarationSyntax>()
        where EmptyName().IsMatch(type.Identifier.Text)
        select $"{file.At(type)}: {type.Identifier.Text}: name it after what it is";

    /// <summary>A catch block does something.</summary>
    public static IEnumerable<string> SwallowedErrors(SourceFile file) =>
        from clause in file.Find<CatchClauseSyntax>()
        where clause.Block.Statements.Count == 0
        select $"{file.At(clause)}: the catch block is empty";

    /// <summary>A skipped test says why.</summary>
    public static IEnumerable<string> UnexplainedSkips(SourceFile file) =>
        from argument in file.Find<AttributeArgumentSyntax>()
        where argument.NameEquals?.Name.Identifier.Text == "Skip"
        where argument.Expression is LiteralExpressionSyntax literal && literal.Token.ValueText.Trim().Length < ShortestReason
        select $"{file.At(argument)}: a skip needs a reason";

    /// <summary>Unsafe code says why it is safe.</summary>
    public static IEnumerable<string> UnexplainedUnsafe(SourceFile file) =>
        from token in file.Root.DescendantTokens()
        where token.IsKind(SyntaxKind.UnsafeKeyword)
        where !token.Parent!.GetLeadingTrivia().ToFullString().Contains("SAFETY:")
        select $"{file.At(token)}: put a comment '// SAFETY: ...' above it";

    /// <summary>A file is named after a type in it.</summary>
    public static IEnumerable<string> Misnamed(SourceFile file)
    {
        var types = file.Types.ToList();
        if (types.Count > 0 && !IsGroup(types) && file.Name != "Program" && types.All(type => type.Identifier.Text != file.Name))
            yield return $"{file}: has {Names(types)}";
    }

    /// <summary>A file has one public type.</summary>
    public static IEnumerable<string> SeveralPublicTypes(SourceFile file)
    {
        var types = file.Types.Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)).ToList();
        if (types.Select(type => type.Identifier.Text).Distinct().Count() > 1 && !IsGroup(types))
            yield return $"{file}: has {Names(types)}";
    }

    // Small enums or records that belong together may share a file, which then has a name of its own.
    private static bool IsGroup(List<BaseTypeDeclarationSyntax> types) =>
        types.Count > 1 && (types.All(type => type is EnumDeclarationSyntax) || types.All(type => type is RecordDeclarationSyntax));

    private static string Names(List<BaseTypeDeclarationSyntax> types) => string.Join(", ", types.Select(type => type.Identifier.Text));

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utilities)$")]
    private static partial Regex EmptyName();
}
