using System.Linq;
using Cofferdam.PolicyImage.Content;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Writing;

/// <summary>Writes the sections on types, labels, channels and conflict sets.</summary>
internal static class SectionWriter
{
    public static (int, byte[]) Types(PolicyIndex index)
    {
        var bytes = new byte[index.Types.Length * TypeLayout.Size];
        var writer = new WireWriter(bytes);
        foreach (var type in index.Types)
        {
            StableKey.Of(KeyKind.Type, type.Name).Write(writer.Next(StableKey.Size));
            writer.U16(type.Parent is { } parent ? index.TypeIndex(parent) : TypeEntry.NoParent);
            writer.Zeros(TypeLayout.Size - TypeLayout.Reserved);
        }
        return (index.Types.Length, bytes);
    }

    public static (int, byte[]) Labels(PolicyIndex index)
    {
        var bytes = new byte[index.Labels.Length * LabelLayout.Size];
        var writer = new WireWriter(bytes);
        uint firstType = 0;
        foreach (var label in index.Labels)
        {
            WriteLabel(ref writer, label, firstType);
            firstType += (uint)label.Types.Count;
        }
        return (index.Labels.Length, bytes);
    }

    public static (int, byte[]) LabelTypes(PolicyIndex index) => Indices([.. index.Labels.SelectMany(label => Sorted(index, label.Types))]);

    public static (int, byte[]) Channels(PolicyIndex index)
    {
        var bytes = new byte[index.Channels.Length * ChannelLayout.Size];
        var writer = new WireWriter(bytes);
        foreach (var (_, entry) in index.Channels)
        {
            writer.U16(entry.Low);
            writer.U16(entry.High);
            writer.U32(entry.Port);
            writer.U8((byte)entry.Kind);
            writer.U8(entry.OpenedByHigh ? (byte)1 : (byte)0);
            writer.U8((byte)entry.Flows);
            writer.U8(0);
        }
        return (index.Channels.Length, bytes);
    }

    public static (int, byte[]) Conflicts(PolicyIndex index)
    {
        var bytes = new byte[index.Conflicts.Length * ConflictLayout.Size];
        var writer = new WireWriter(bytes);
        uint firstMember = 0;
        foreach (var conflict in index.Conflicts)
        {
            StableKey.Of(KeyKind.ConflictSet, conflict.Name).Write(writer.Next(StableKey.Size));
            writer.U32(firstMember);
            writer.U16(checked((ushort)conflict.Members.Count));
            writer.U8((byte)conflict.Scope);
            writer.U8((byte)conflict.Mode);
            firstMember += (uint)conflict.Members.Count;
        }
        return (index.Conflicts.Length, bytes);
    }

    public static (int, byte[]) Members(PolicyIndex index) => Indices([.. index.Conflicts.SelectMany(conflict => Sorted(index, conflict.Members))]);

    private static void WriteLabel(ref WireWriter writer, LabelContent label, uint firstType)
    {
        StableKey.Of(KeyKind.Label, label.Name).Write(writer.Next(StableKey.Size));
        writer.U32(firstType);
        writer.U16(checked((ushort)label.Types.Count));
        writer.U8(label.SecrecyLow.Level);
        writer.U8(label.SecrecyHigh.Level);
        writer.U64(label.SecrecyLow.Categories);
        writer.U64(label.SecrecyHigh.Categories);
        writer.U8(label.IntegrityLow);
        writer.U8(label.IntegrityHigh);
        writer.Zeros(LabelLayout.Size - LabelLayout.Reserved);
    }

    private static ushort[] Sorted(PolicyIndex index, System.Collections.Generic.IEnumerable<string> names) => [.. names.Select(index.TypeIndex).Order()];

    private static (int, byte[]) Indices(ushort[] indices)
    {
        var bytes = new byte[indices.Length * sizeof(ushort)];
        var writer = new WireWriter(bytes);
        foreach (var index in indices)
            writer.U16(index);
        return (indices.Length, bytes);
    }
}
