using System;
using System.Buffers.Binary;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>Writes the access table that labels and channels of a changed image ask for, so that a change of them is not found by the table.</summary>
public static class AccessRepair
{
    /// <summary>Replaces the access table, unless the labels make no sense at all.</summary>
    public static void Repair(ImageParts parts)
    {
        if (NaiveRelations.Of(id => parts[id].Bytes) is not { } relations)
            return;
        var count = relations.Labels.Count;
        var bytes = new byte[count * count * sizeof(uint)];
        for (var x = 0; x < count; x++)
        {
            for (var y = 0; y < count; y++)
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(sizeof(uint) * (x * count + y)), relations.Word(x, y));
        }
        parts[SectionId.Access].Bytes = bytes;
        parts[SectionId.Access].Count = (uint)(count * count);
    }
}
