using System.Collections.Generic;

namespace Cofferdam.Tests.Style.Rings;

/// <summary>What the metadata of an assembly says about what it depends on.</summary>
/// <param name="Name">The assembly.</param>
/// <param name="References">Names of the assemblies that it refers to (AssemblyRef).</param>
/// <param name="Uses">Members of other assemblies that it refers to (MemberRef).</param>
/// <param name="Imports">Native functions and modules (ImplMap, ModuleRef), and methods that have no body.</param>
/// <param name="IsUnsafe">True when it was compiled with unsafe code allowed.</param>
/// <param name="Friends">Assemblies that see its internals.</param>
internal sealed record AssemblyFacts(
    string Name,
    IReadOnlyList<string> References,
    IReadOnlyList<MemberUse> Uses,
    IReadOnlyList<string> Imports,
    bool IsUnsafe,
    IReadOnlyList<string> Friends);
