using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cofferdam.Tests.Style.Tidy;

/// <summary>A C# file that people wrote.</summary>
internal sealed class SourceFile
{
    private SourceFile(string path, SyntaxNode root)
    {
        Path = path;
        Root = root;
    }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
        [.. Repository.FilesIn("", ".cs").Where(path => !path.EndsWith(".g.cs")).Select(path => Parse(path, Repository.Read(path)))];

    /// <summary>Where it is, from the repository's root.</summary>
    public string Path { get; }

    /// <summary>Its name up to the first full stop.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>Its syntax.</summary>
    public SyntaxNode Root { get; }

    /// <summary>The types in it that are in no other type.</summary>
    public IEnumerable<BaseTypeDeclarationSyntax> Types =>
        Find<BaseTypeDeclarationSyntax>().Where(type => type.Parent is not BaseTypeDeclarationSyntax);

    /// <summary>Reads a file.</summary>
    public static SourceFile Parse(string path, string text) => new(path, CSharpSyntaxTree.ParseText(text).GetRoot());

    /// <summary>All nodes of a kind.</summary>
    public IEnumerable<T> Find<T>()
        where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    /// <summary>A place in it, for people.</summary>
    public string At(SyntaxNodeOrToken place) => $"{Path}:{place.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1}";

    /// <inheritdoc />
    public override string ToString() => Path;
}
