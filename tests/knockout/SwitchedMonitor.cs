using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cofferdam.Tests.Knockout;

/// <summary>
/// The monitor compiled in memory from its sources, with a switch at every part that can be knocked out. One assembly with switches is the
/// same as an assembly for each part, and is compiled once.
/// </summary>
internal sealed class SwitchedMonitor
{
    private const string Sources = "src/tcb/Monitor";
    private const string Name = "Cofferdam.Monitor";
    private const string Friends = """[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Cofferdam.Tests.Kit")]""";

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    private SwitchedMonitor(IReadOnlyList<Knockout> knockouts, byte[] assembly)
    {
        Knockouts = knockouts;
        Assembly = assembly;
    }

    /// <summary>What can be knocked out.</summary>
    public IReadOnlyList<Knockout> Knockouts { get; }

    /// <summary>The assembly.</summary>
    public byte[] Assembly { get; }

    /// <summary>Reads, rewrites and compiles the sources.</summary>
    public static SwitchedMonitor Compile()
    {
        var trees = Directory.EnumerateFiles(Repository.PathOf(Sources), "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(file)).Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Language, file))
            .ToList();
        var rules = Members(trees, "Rule").ToList();
        var firstGrant = rules.IndexOf("SharingGranted");
        var rewriter = new SwitchRewriter(rules[..firstGrant], rules[firstGrant..], Members(trees, "OperationKind").Where(kind =>
            kind != "None"));
        var switched = trees.Select(tree =>
            Rewritten(tree, rewriter)).Append(Parse(SwitchRewriter.Switches)).Append(Parse(Friends)).ToList();
        return new SwitchedMonitor(rewriter.Knockouts, Emit(switched));
    }

    private static bool IsBuilt(string file) =>
        file.Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("obj") || parts.Contains("bin"));

    private static IEnumerable<string> Members(IEnumerable<SyntaxTree> trees, string name) => trees
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<EnumDeclarationSyntax>())
        .Single(type => type.Identifier.Text == name).Members.Select(member => member.Identifier.Text);

    private static SyntaxTree Rewritten(SyntaxTree tree, SwitchRewriter rewriter) =>
        tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)
        ? tree
        : Parse(rewriter.Visit(tree.GetRoot()).ToFullString(), tree.FilePath);

    private static SyntaxTree Parse(string text, string path = "") => CSharpSyntaxTree.ParseText(text, Language, path);

    private static byte[] Emit(IEnumerable<SyntaxTree> trees)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true,
                nullableContextOptions: NullableContextOptions.Enable);
        using var assembly = new MemoryStream();
        var result = CSharpCompilation.Create(Name, trees, References(), options).Emit(assembly);
        if (!result.Success)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(item =>
                item.Severity == DiagnosticSeverity.Error)));
        return assembly.ToArray();
    }

    /// <summary>What this process runs on, but for the monitor that is built, and what refers to it.</summary>
    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(file => Path.GetFileNameWithoutExtension(file) is var name && name != Name
            && !name.StartsWith("Cofferdam.Tests.", StringComparison.Ordinal))
        .Select(file => MetadataReference.CreateFromFile(file));
}
