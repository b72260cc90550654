using System;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>
/// Damages what an image says and leaves its frame intact: fields and entries of sections, so that a reader gets past section table and
/// digests to the check that the damage is meant for. Sometimes the access table is made to fit what labels and channels say now.
/// </summary>
public static class PartMutator
{
    /// <summary>Bytes of the header that mean something: flags, serials, predecessor, and the numbers of levels.</summary>
    private static readonly (int Start, int Length)[] HeaderFields = [(8, 2), (10, 2), (12, 4), (16, 8), (24, 8), (32, 32), (80, 3), (83, 45)];

    private static readonly Action<Choices, SectionPart, int>[] Entries = [DeleteEntry, RepeatEntry, SwapEntries, AddEntry];

    /// <summary>A damaged image with offsets, lengths and section digests that fit.</summary>
    public static byte[] Image(Choices choices, byte[] image)
    {
        var parts = ImageParts.Split(image);
        var times = choices.Chance(25) ? choices.Between(2, 4) : 1;
        for (var i = 0; i < times; i++)
            Damage(choices, parts);
        if (choices.Chance(60))
            AccessRepair.Repair(parts);
        return parts.Join();
    }

    private static void Damage(Choices choices, ImageParts parts)
    {
        if (choices.Chance(10))
            DamageHeader(choices, parts.Head);
        else
            DamageSection(choices, parts);
    }

    private static void DamageHeader(Choices choices, byte[] head)
    {
        var (start, length) = choices.Pick(HeaderFields);
        var field = head[start..(start + length)];
        ByteMutator.InPlace(choices, field);
        field.CopyTo(head, start);
    }

    private static void DamageSection(Choices choices, ImageParts parts)
    {
        var filled = Enumerable.Range(1, ImageLayout.Sections).Select(id => (SectionId)id).Where(id => parts[id].Bytes.Length > 0).ToArray();
        var id = choices.Pick(filled);
        var (part, size) = (parts[id], ImageLayout.EntrySize(id));
        if (choices.Chance(35))
            choices.Pick(Entries)(choices, part, size);
        else if (choices.Chance(70))
            DamageEntry(choices, part, size);
        else
            ByteMutator.InPlace(choices, part.Bytes);
    }

    private static void DamageEntry(Choices choices, SectionPart part, int size)
    {
        var at = Entry(choices, part, size);
        var entry = part.Bytes[at..Math.Min(at + size, part.Bytes.Length)];
        ByteMutator.InPlace(choices, entry);
        entry.CopyTo(part.Bytes, at);
    }

    private static void DeleteEntry(Choices choices, SectionPart part, int size)
    {
        var at = Entry(choices, part, size);
        part.Bytes = [.. part.Bytes[..at], .. part.Bytes[Math.Min(at + size, part.Bytes.Length)..]];
        Recount(part, size);
    }

    private static void RepeatEntry(Choices choices, SectionPart part, int size)
    {
        var at = Entry(choices, part, size);
        part.Bytes = [.. part.Bytes[..Math.Min(at + size, part.Bytes.Length)], .. part.Bytes[at..]];
        Recount(part, size);
    }

    private static void AddEntry(Choices choices, SectionPart part, int size)
    {
        part.Bytes = [.. part.Bytes, .. new byte[size]];
        Recount(part, size);
    }

    private static void SwapEntries(Choices choices, SectionPart part, int size)
    {
        var (a, b) = (Entry(choices, part, size), Entry(choices, part, size));
        for (var i = 0; i < size && Math.Max(a, b) + i < part.Bytes.Length; i++)
            (part.Bytes[a + i], part.Bytes[b + i]) = (part.Bytes[b + i], part.Bytes[a + i]);
    }

    // Of strings the table counts the strings, not the bytes: that stays as it was.
    private static void Recount(SectionPart part, int size)
    {
        if (size > 1)
            part.Count = (uint)(part.Bytes.Length / size);
    }

    private static int Entry(Choices choices, SectionPart part, int size) => choices.Below(part.Bytes.Length / size) * size;
}
