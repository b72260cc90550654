using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace Cofferdam.Tests.Policy.Import;

/// <summary>Random Xen policies that are right, with names that want to be mixed up.</summary>
internal static class AcmDrafts
{
    private static readonly string Long = new('L', 70);

    private static readonly string[] Names =
    [
        "A-Bank", "a_bank", "a-bank", "A-Bank.Trading", "a-bank.trading", "a-bank-wall", "a-bank-wall.x", "__UNLABELED__", "SystemManagement",
        "system-management", "system-management.a-bank", "Ж", "Я", "true", "no", "1.0", "2006-03-31", Long, Long + "1", Long + "2",
        "a.b.c.d.e.f.g.h.i.j.k.l", "a", "a.b", "res_HardDrive(hda)", "R&D <\"x\">", "R&D &amp; [x",
    ];

    /// <summary>The drafts.</summary>
    public static Gen<AcmDraft> All { get; } =
        from seed in Gen.Select(Gen.Int[0, 6], Gen.Int[0, 5], Gen.Int[1, 6], Gen.Int[0, 5], Gen.Int[0, 25])
        from conflicts in Gen.Int[0, 31].Array[0, 4]
        from masks in Gen.Select(Gen.Int[0, 63], Gen.Int[0, 31]).Array[11]
        select Make(seed.Item1, seed.Item2, seed.Item3, seed.Item4, seed.Item5, conflicts, masks);

    private static AcmDraft Make(int types, int wallTypes, int machines, int resources, int offset, int[] conflictMasks, (int Types, int WallTypes)[] masks)
    {
        var sets = conflictMasks.Select(mask => Bits(mask, wallTypes)).Where(set => set.Count > 0 && wallTypes > 0).ToList();
        return new AcmDraft
        {
            Types = types == 0 ? null : Named(types, offset),
            WallTypes = Named(wallTypes, offset / 2),
            Conflicts = sets,
            Machines = [.. Named(machines, offset / 3).Select((name, i) => Machine(name, i, types, wallTypes, masks[i], sets))],
            Resources = [.. Named(resources, offset / 4).Select((name, i) => Resource(name, types, masks[6 + i].Types))],
        };
    }

    /// <summary>The control domain mostly has all types, or nothing would run.</summary>
    private static DraftLabel Machine(string name, int number, int types, int wallTypes, (int Types, int WallTypes) mask, List<IReadOnlyList<int>> sets)
    {
        var held = number == 0 && mask.Types % 4 != 0 ? 63 : mask.Types;
        var heldTypes = Bits(held, types);
        IReadOnlyList<int> some = types > 0 && heldTypes.Count == 0 ? [mask.WallTypes % types] : heldTypes;
        return new DraftLabel(name, some, WithoutConflict(Bits(mask.WallTypes, wallTypes), sets));
    }

    /// <summary>Now and then one without a type.</summary>
    private static DraftLabel Resource(string name, int types, int mask) => new(name, types == 0 || mask > 60 ? [] : [mask % types], []);

    private static List<int> WithoutConflict(IReadOnlyList<int> wallTypes, List<IReadOnlyList<int>> sets)
    {
        var kept = new List<int>();
        foreach (var type in wallTypes)
        {
            if (!sets.Any(set => set.Contains(type) && set.Any(kept.Contains)))
                kept.Add(type);
        }
        return kept;
    }

    private static IReadOnlyList<int> Bits(int mask, int count) => [.. Enumerable.Range(0, count).Where(bit => (mask >> bit & 1) != 0)];

    private static IReadOnlyList<string> Named(int count, int offset) => [.. Enumerable.Range(0, count).Select(i => Names[(offset + 7 * i) % Names.Length])];
}
