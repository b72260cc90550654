using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Cofferdam.Tests.Style.Rings;

/// <summary>Holds what an assembly does against what its ring lets it do.</summary>
internal sealed class RingChecker
{
    private const string Ours = "Cofferdam.";

    private static readonly HashSet<string> Framework =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file)),
    ];

    private readonly Layers _layers;
    private readonly IReadOnlyDictionary<string, string> _ringOf;
    private readonly PatternList _deny;
    private readonly PatternList _attributes;
    private readonly PatternList _generated;

    /// <summary>Checks against <paramref name="layers"/>.</summary>
    /// <param name="layers">The rules.</param>
    /// <param name="ringOf">The ring of each of our assemblies.</param>
    public RingChecker(Layers layers, IReadOnlyDictionary<string, string> ringOf)
    {
        _layers = layers;
        _ringOf = ringOf;
        _deny = new PatternList(layers.Deny);
        _attributes = new PatternList(layers.Attributes);
        _generated = new PatternList(layers.Generated);
    }

    /// <summary>Everything that is wrong with an assembly of <paramref name="ring"/>.</summary>
    public IReadOnlyList<Violation> Check(AssemblyFacts assembly, string ring)
    {
        var rules = _layers.Ring(ring);
        return
        [
            .. assembly.References.SelectMany(reference => CheckReference(assembly, rules, reference)),
            .. CheckMembers(assembly, rules),
            .. CheckImports(assembly, rules),
            .. CheckUnsafe(assembly, rules),
            .. CheckFriends(assembly, rules),
        ];
    }

    private IEnumerable<Violation> CheckReference(AssemblyFacts assembly, Ring ring, string reference)
    {
        if (!reference.StartsWith(Ours))
        {
            if (ring.Packages is { } packages && !Framework.Contains(reference) && !packages.Contains(reference))
                yield return new(assembly.Name, "package", $"uses {reference}", $"Its ring uses no packages but: {List(packages)}.");
        }
        else if (!_ringOf.TryGetValue(reference, out var other))
        {
            yield return new(assembly.Name, "direction", $"uses {reference}, which is not below src", "Move what is needed there.");
        }
        else if (!ring.Sees.Contains(other))
        {
            yield return new(assembly.Name, "direction", $"uses {reference} of ring {other}", $"It may see only: {List(ring.Sees)}.");
        }
    }

    private IEnumerable<Violation> CheckMembers(AssemblyFacts assembly, Ring ring)
    {
        var allow = _layers.AllowedIn(ring);
        foreach (var use in assembly.Uses.Where(use => !_ringOf.ContainsKey(use.Assembly)))
        {
            var what = $"{use.Where} uses {use.Member}";
            var help = $"Do without it in ring {ring.Name}; if it is pure, add it to a list in {Layers.File}.";
            if (_deny.Fits(use.Member))
                yield return new(assembly.Name, "member", what, $"No ring may use it ('deny' in {Layers.File}).");
            else if (allow is not null && !Allowed(allow, use))
                yield return new(assembly.Name, "member", what, help);
        }
    }

    private bool Allowed(PatternList allow, MemberUse use) => use.Kind == UseKind.Implementation
        || allow.Fits(use.Member)
        || (use.Kind == UseKind.Attribute && _attributes.Fits(use.Member))
        || (use.Kind == UseKind.Generated && _generated.Fits(use.Member));

    private static IEnumerable<Violation> CheckImports(AssemblyFacts assembly, Ring ring) =>
        from import in assembly.Imports
        where !Lists(ring.Imports, assembly.Name)
        select new Violation(assembly.Name, "import", $"imports {import}", $"Native functions are imported only by: {List(ring.Imports)}.");

    private static IEnumerable<Violation> CheckUnsafe(AssemblyFacts assembly, Ring ring)
    {
        if (assembly.IsUnsafe && !Lists(ring.Unsafe, assembly.Name))
            yield return new(assembly.Name, "unsafe", "was compiled with unsafe code allowed", $"Only these may: {List(ring.Unsafe)}.");
    }

    private static IEnumerable<Violation> CheckFriends(AssemblyFacts assembly, Ring ring)
    {
        var allowed = new PatternList(ring.Friends.Select(friend => friend + "::"));
        return from friend in assembly.Friends
               where !allowed.Fits(friend + "::")
               select new Violation(assembly.Name, "friend", $"shows its internals to {friend}", $"Only these may: {List(ring.Friends)}.");
    }

    private static bool Lists(IReadOnlyList<string> projects, string assembly) => projects.Any(project => assembly == Ours + project);

    private static string List(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);
}
