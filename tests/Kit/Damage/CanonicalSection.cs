using System;
using System.IO;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>The bytes of one required section for what a reader took from it.</summary>
public static class CanonicalSection
{
    /// <summary>The section's bytes.</summary>
    public static byte[] Of(CompiledPolicy policy, SectionId id)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Write(policy, id, writer);
        return stream.ToArray();
    }

    private static void Write(CompiledPolicy policy, SectionId id, BinaryWriter writer)
    {
        switch (id)
        {
            case SectionId.Types:
                WriteTypes(policy, writer);
                break;
            case SectionId.Labels:
                WriteLabels(policy, writer);
                break;
            case SectionId.LabelTypes:
                WriteLabelTypes(policy, writer);
                break;
            case SectionId.Access:
                foreach (var word in policy.Access)
                    writer.Write(word);
                break;
            case SectionId.Channels:
                WriteChannels(policy, writer);
                break;
            case SectionId.Conflicts:
                WriteConflicts(policy, writer);
                break;
            case SectionId.Members:
                foreach (var member in policy.Members)
                    writer.Write(member);
                break;
            default:
                WriteFurther(policy, id, writer);
                break;
        }
    }

    private static void WriteFurther(CompiledPolicy policy, SectionId id, BinaryWriter writer)
    {
        switch (id)
        {
            case SectionId.Hosts:
                WriteHosts(policy, writer);
                break;
            case SectionId.HostTypes:
                WriteHostTypes(policy, writer);
                break;
            case SectionId.Images:
                foreach (var image in policy.Images)
                    Write(writer, image);
                break;
            case SectionId.Keys:
                WriteKeys(policy, writer);
                break;
            case SectionId.Renames:
                WriteRenames(policy, writer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(id), id, "not a required section");
        }
    }

    private static void WriteTypes(CompiledPolicy policy, BinaryWriter writer)
    {
        foreach (var type in policy.Types)
        {
            Write(writer, type.Key);
            writer.Write(type.Parent);
            writer.Write(new byte[6]);
        }
    }

    private static void WriteLabels(CompiledPolicy policy, BinaryWriter writer)
    {
        foreach (var label in policy.Labels)
        {
            Write(writer, label.Key);
            writer.Write((uint)label.FirstType);
            writer.Write((ushort)label.TypeCount);
            writer.Write(label.Levels.SecrecyLow.Level);
            writer.Write(label.Levels.SecrecyHigh.Level);
            writer.Write(label.Levels.SecrecyLow.Categories);
            writer.Write(label.Levels.SecrecyHigh.Categories);
            writer.Write(label.Levels.IntegrityLow);
            writer.Write(label.Levels.IntegrityHigh);
            writer.Write(new byte[6]);
        }
    }

    private static void WriteLabelTypes(CompiledPolicy policy, BinaryWriter writer)
    {
        for (var label = 0; label < policy.LabelCount; label++)
        {
            foreach (var type in policy.TypesOf(label))
                writer.Write(type);
        }
    }

    private static void WriteChannels(CompiledPolicy policy, BinaryWriter writer)
    {
        foreach (var channel in policy.Channels)
        {
            writer.Write(channel.Low);
            writer.Write(channel.High);
            writer.Write(channel.Port);
            writer.Write((byte)channel.Kind);
            writer.Write(channel.OpenedByHigh ? (byte)1 : (byte)0);
            writer.Write((byte)channel.Flows);
            writer.Write((byte)0);
        }
    }

    private static void WriteConflicts(CompiledPolicy policy, BinaryWriter writer)
    {
        foreach (var conflict in policy.Conflicts)
        {
            Write(writer, conflict.Key);
            writer.Write((uint)conflict.FirstMember);
            writer.Write((ushort)conflict.MemberCount);
            writer.Write((byte)conflict.Scope);
            writer.Write((byte)conflict.Mode);
        }
    }

    private static void WriteHosts(CompiledPolicy policy, BinaryWriter writer)
    {
        foreach (var host in policy.Hosts)
        {
            Write(writer, host.Key);
            Write(writer, host.Rack);
            Write(writer, host.Zone);
            writer.Write(host.AttestationRequired ? (byte)1 : (byte)0);
            writer.Write(new byte[7]);
        }
    }

    private static void WriteHostTypes(CompiledPolicy policy, BinaryWriter writer)
    {
        for (var host = 0; host < policy.Hosts.Length; host++)
        {
            for (var type = 0; type < policy.Types.Length; type += 64)
                writer.Write(Word(policy, host, type));
        }
    }

    private static ulong Word(CompiledPolicy policy, int host, int firstType)
    {
        ulong word = 0;
        for (var type = firstType; type < firstType + 64 && type < policy.Types.Length; type++)
            word |= policy.HostRuns(host, type) ? 1UL << (type - firstType) : 0;
        return word;
    }

    private static void WriteKeys(CompiledPolicy policy, BinaryWriter writer)
    {
        foreach (var key in policy.Keys)
        {
            writer.Write((byte)key.Role);
            writer.Write((byte)0);
            writer.Write(key.Label);
            writer.Write(0);
            Write(writer, key.Id);
        }
    }

    private static void WriteRenames(CompiledPolicy policy, BinaryWriter writer)
    {
        foreach (var rename in policy.Renames)
        {
            Write(writer, rename.OldKey);
            writer.Write(rename.Index);
            writer.Write(rename.Kind == KeyKind.Label ? (byte)1 : (byte)0);
            writer.Write(new byte[5]);
        }
    }

    private static void Write(BinaryWriter writer, StableKey key) => writer.Write(Convert.FromHexString(key.ToString()));

    private static void Write(BinaryWriter writer, Digest digest) => writer.Write(Convert.FromHexString(digest.ToString()));
}
