using System;
using Cofferdam.PolicyImage.Entries;
using Cofferdam.PolicyImage.Reading;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage;

/// <summary>
/// A policy image that has been read and found valid, as tables. Everything was checked once by the reader: every index in these tables
/// is in range, every order is canonical, the access table says what labels and channels say. Immutable.
/// </summary>
public sealed class CompiledPolicy
{
    private readonly byte[] _pairs;
    private readonly PolicyTables _tables;
    private readonly Seating _seating;
    private readonly int[] _firstChannel;
    private uint[]? _access;

    internal CompiledPolicy(ImageHeader header, byte[] pairs, PolicyTables tables, Seating seating, Digest signer)
    {
        _pairs = pairs;
        _tables = tables;
        _seating = seating;
        _firstChannel = FirstChannels(tables);
        Header = header;
        Signer = signer;
        LabelCount = tables.Labels.Length;
    }

    /// <summary>SHA-256 of the header without signer and signature: names the whole content, whoever signed it, whatever a host dropped.</summary>
    public Digest Digest => Header.Digest;

    /// <summary>Serial number.</summary>
    public ulong Serial => Header.Serial;

    /// <summary>Serial of the policy that this one replaces; 0 for none.</summary>
    public ulong PredecessorSerial => Header.PredecessorSerial;

    /// <summary>Digest of the policy that this one replaces; zero for none.</summary>
    public Digest PredecessorDigest => Header.PredecessorDigest;

    /// <summary>Id of the key whose signature was verified; zero when no signature was looked at.</summary>
    public Digest Signer { get; }

    /// <summary>True: unlabelled objects are quarantined; false: refused.</summary>
    public bool Quarantine => Header.Quarantine;

    /// <summary>Number of labels.</summary>
    public int LabelCount { get; }

    /// <summary>
    /// The access table of the image, label by label, row by row (<see cref="AccessWord"/>). For tools: decisions read what is kept of it,
    /// <see cref="PairOf"/>; the words follow from labels and channels and are made when first asked for.
    /// </summary>
    public ReadOnlySpan<uint> Access => _access ??= MakeAccess();

    /// <summary>Types, sorted by key.</summary>
    public ReadOnlySpan<TypeEntry> Types => _tables.Types;

    /// <summary>Labels, sorted by key.</summary>
    public ReadOnlySpan<LabelEntry> Labels => _tables.Labels;

    /// <summary>Channels, in their order.</summary>
    public ReadOnlySpan<ChannelEntry> Channels => _tables.Channels;

    /// <summary>Conflict sets, sorted by key.</summary>
    public ReadOnlySpan<ConflictEntry> Conflicts => _tables.Conflicts;

    /// <summary>Members of all conflict sets, as types. An index into it is a seat of the Chinese Wall.</summary>
    public ReadOnlySpan<ushort> Members => _tables.Members;

    /// <summary>Hosts, sorted by key; the default entry, if there is one, is first and has the zero key.</summary>
    public ReadOnlySpan<HostEntry> Hosts => _tables.Hosts;

    /// <summary>Listed images, sorted.</summary>
    public ReadOnlySpan<Digest> Images => _tables.Images;

    /// <summary>Keys, in their order.</summary>
    public ReadOnlySpan<KeyEntry> Keys => _tables.Keys;

    /// <summary>Renames against the predecessor.</summary>
    public ReadOnlySpan<RenameEntry> Renames => _tables.Renames;

    internal ImageHeader Header { get; }

    /// <summary>
    /// Reads an image, checks all of it, and verifies its signature with the key inside. Whether that key may sign is the monitor's
    /// question.
    /// </summary>
    /// <param name="image">The image, whole or without its last one or two optional sections.</param>
    /// <param name="error">Where and why it is not valid.</param>
    /// <returns>The policy, or null.</returns>
    public static CompiledPolicy? Open(ReadOnlySpan<byte> image, out WireError error)
    {
        var signer = PolicySignature.Verify(image, out error);
        return error.IsError ? null : ImageReader.Read(image, signer, out error);
    }

    /// <summary>As <see cref="Open"/>, but looks at no signature: for tools that compile and check. No monitor accepts the result.</summary>
    public static CompiledPolicy? OpenUnsigned(ReadOnlySpan<byte> image, out WireError error) => ImageReader.Read(image, default, out error);

    /// <summary>What is kept of the access table about an asking label (row) and another (column): see <see cref="PairBits"/>.</summary>
    /// <param name="row">Index of a label, below <see cref="LabelCount"/>.</param>
    /// <param name="column">Index of a label, below <see cref="LabelCount"/>.</param>
    public byte PairOf(uint row, uint column) => _pairs[unchecked(row * (uint)LabelCount + column)];

    /// <summary>The channels whose label of the lower index is this one, in their order.</summary>
    /// <param name="low">Index of the label.</param>
    /// <param name="first">Index of the first of them in <see cref="Channels"/>.</param>
    public ReadOnlySpan<ChannelEntry> ChannelsFrom(int low, out int first)
    {
        first = _firstChannel[low];
        return _tables.Channels.AsSpan(first, _firstChannel[low + 1] - first);
    }

    /// <summary>Indices of the types of a label, ascending.</summary>
    public ReadOnlySpan<ushort> TypesOf(int label)
    {
        ref readonly var entry = ref _tables.Labels[label];
        return _tables.LabelTypes.AsSpan(entry.FirstType, entry.TypeCount);
    }

    /// <summary>Seats that a type takes: its position in each conflict set that has one, as indices into <see cref="Members"/>, ascending by set.</summary>
    public ReadOnlySpan<int> SeatsOf(int type) => _seating.SeatsOf(type);

    /// <summary>Index of the conflict set that a seat belongs to.</summary>
    public int ConflictOf(int seat) => _seating.ConflictOf(seat);

    /// <summary>True when two types are related by inheritance, or are the same.</summary>
    public bool AreKin(int type, int other) => Ancestry.AreKin(_tables.Types, type, other);

    /// <summary>True when the host entry authorises a type.</summary>
    public bool HostRuns(int host, int type)
    {
        var words = RowWords(_tables.Types.Length);
        return (_tables.HostTypes[host * words + (type >> 6)] >> (type & 63) & 1) != 0;
    }

    /// <summary>Index of the label with this key, or -1.</summary>
    public int FindLabel(StableKey key)
    {
        var (low, high) = (0, _tables.Labels.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = _tables.Labels[middle].Key.CompareTo(key);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }

    /// <summary>Index of the type with this key, or -1.</summary>
    public int FindType(StableKey key)
    {
        var (low, high) = (0, _tables.Types.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = _tables.Types[middle].Key.CompareTo(key);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }

    /// <summary>Where the channels of each lower label begin; they are sorted by it.</summary>
    private static int[] FirstChannels(PolicyTables tables)
    {
        var first = new int[tables.Labels.Length + 1];
        foreach (ref readonly var channel in tables.Channels.AsSpan())
            first[channel.Low + 1]++;
        for (var low = 0; low < tables.Labels.Length; low++)
            first[low + 1] += first[low];
        return first;
    }

    private uint[] MakeAccess()
    {
        var rows = new AccessRows(new LabelRelations(_tables.Labels, _tables.LabelTypes, _tables.Types.Length), _tables.Channels);
        var words = new uint[LabelCount * LabelCount];
        var pairs = new byte[LabelCount];
        for (var x = 0; x < LabelCount; x++)
            rows.Row(x, pairs).CopyTo(words.AsSpan(x * LabelCount, LabelCount));
        return words;
    }

    /// <summary>64-bit words in a row of one bit per item.</summary>
    internal static int RowWords(int items) => (items + 63) >> 6;
}
