using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cofferdam.Tests.Style.Rings;

/// <summary>Compiles small pieces of C# in memory, so that the checker meets real metadata.</summary>
internal sealed class Snippet
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Net.Sockets;
        using System.Reflection; using System.Runtime.CompilerServices; using System.Runtime.InteropServices;
        using System.Security.Cryptography; using System.Text; using System.Threading; using System.Threading.Tasks;

        """;

    private static readonly IReadOnlyList<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetDirectoryName(file) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private readonly byte[] _assembly;

    private Snippet(byte[] assembly) => _assembly = assembly;

    /// <summary>Compiles whole files.</summary>
    public static Snippet Compile(string assembly, string source, bool allowUnsafe = false, params Snippet[] references)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: allowUnsafe,
            nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(Usings + source)],
            [.. Framework, .. references.Select(reference => MetadataReference.CreateFromImage(reference._assembly))],
            options);
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        return result.Success ? new Snippet(stream.ToArray()) : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>Compiles statements as the body of a method.</summary>
    public static Snippet CompileBody(string assembly, string body) =>
        Compile(assembly, $"public static class Planted {{ public static void Act(string text) {{ {body} }} }}");

    /// <summary>What its metadata says.</summary>
    public AssemblyFacts ReadFacts()
    {
        using var stream = new MemoryStream(_assembly);
        return FactReader.Read(stream);
    }
}
