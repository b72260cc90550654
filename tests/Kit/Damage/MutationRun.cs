using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Policies;
using Cofferdam.Wire;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>
/// Damages signed images at random, one numbered step after the other, and looks at what a reader makes of each: as it is, and with digests
/// (now and then the signature too) made right again. The same seed and number is the same damage.
/// </summary>
/// <param name="seed">The seed.</param>
public sealed class MutationRun(ulong seed)
{
    private const int StepsPerImage = 500;
    private const int SignedPercent = 6;
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(1);

    private readonly List<string> _failures = [];
    private int _imageNumber = -1;
    private byte[] _image = [];

    /// <summary>What happened so far.</summary>
    public MutationCounts Counts { get; } = new();

    /// <summary>What a reader did wrong, with the number of the step.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Takes one step.</summary>
    public void Step(int number)
    {
        var choices = Choices.From(unchecked(seed + (ulong)number * 0xd1342543de82ef95));
        var original = Image(number / StepsPerImage);
        var keepsFrame = choices.Chance(50);
        var damaged = Damaged(choices, original, keepsFrame);
        Counts.Steps++;
        ReadInPlace(number, damaged, original);
        if (!keepsFrame)
            DigestRepair.Repair(damaged);
        ReadRepaired(number, damaged, choices.Chance(SignedPercent));
    }

    private void Fail(int number, string what) => _failures.Add($"seed {seed}, step {number}: {what}");

    // Some have more labels than the reader of the access table takes at a time.
    private static PolicyScale Scale(int number) => number % 4 == 3 ? new PolicyScale(10, 14, 16, 4, 4) : PolicyScale.Small;

    private byte[] Image(int number)
    {
        if (_imageNumber != number)
        {
            _imageNumber = number;
            _image = PolicyImageWriter.Write(RichPolicies.Make(Choices.From(unchecked(seed ^ ((ulong)number * 0x2545f4914f6cdd1d))), Scale(number)));
            PolicySignature.Sign(_image, TestKeys.Officers[0]);
        }
        return _image;
    }

    /// <summary>A damaged image: what turns out to be the same bytes as before is tried again.</summary>
    private static byte[] Damaged(Choices choices, byte[] original, bool keepsFrame)
    {
        byte[] damaged;
        do
            damaged = keepsFrame ? PartMutator.Image(choices, original) : ByteMutator.Image(choices, original);
        while (damaged.AsSpan().SequenceEqual(original));
        return damaged;
    }

    /// <summary>With digests and signature as they were, every change must be refused; only optional sections may be gone.</summary>
    private void ReadInPlace(int number, byte[] damaged, byte[] original)
    {
        var policy = Read(number, damaged, CompiledPolicy.Open);
        if (policy is null)
            Counts.RefusedInPlace++;
        else if (IsWithoutOptional(damaged, original))
            Counts.Dropped++;
        else
            Fail(number, "a damaged image was accepted though digests and signature were not made anew");
    }

    private static bool IsWithoutOptional(byte[] damaged, byte[] original) =>
        original.AsSpan().StartsWith(damaged)
        && (damaged.Length == ImageLayout.EndOf(original, SectionId.Renames) || damaged.Length == ImageLayout.EndOf(original, SectionId.Names));

    private void ReadRepaired(int number, byte[] damaged, bool sign)
    {
        var policy = Read(number, damaged, CompiledPolicy.OpenUnsigned);
        if (policy is null)
            Counts.Refused++;
        else
            CheckAccepted(number, damaged, policy);
        if (sign && damaged.Length >= ImageLayout.HeaderSize)
            ReadSigned(number, damaged, policy);
    }

    private void ReadSigned(int number, byte[] damaged, CompiledPolicy? unsigned)
    {
        PolicySignature.Sign(damaged, TestKeys.Officers[1]);
        var signed = Read(number, damaged, CompiledPolicy.Open);
        Counts.Resigned++;
        if ((signed is null) != (unsigned is null) || signed?.Digest != unsigned?.Digest)
            Fail(number, "it depends on the signature whether the image is valid");
        if (signed is not null && signed.Signer != TestKeys.OfficerId(1))
            Fail(number, "the signer is not who signed");
    }

    private void CheckAccepted(int number, byte[] image, CompiledPolicy policy)
    {
        Counts.Accepted++;
        foreach (var broken in PolicyInvariants.Broken(policy, image))
            Fail(number, $"accepted, but it does not hold that {broken}");
        if (!CanonicalImage.Of(policy, image).AsSpan().SequenceEqual(image))
            Fail(number, "accepted, but these are not the bytes for what was read");
        var relations = NaiveRelations.Of(id => image[ImageLayout.StartOf(image, id)..ImageLayout.EndOf(image, id)])!;
        if (!policy.Access.ToArray().SequenceEqual(OfPairs(relations, relations.Word)))
            Fail(number, "accepted, but the access table is not what labels and channels say");
        if (!OfPairs(relations, (x, y) => policy.PairOf((uint)x, (uint)y)).SequenceEqual(OfPairs(relations, relations.Pair)))
            Fail(number, "accepted, but what is kept of the access table is not what labels and channels say");
        foreach (var different in ReachSweep.Differences(policy, relations))
            Fail(number, $"accepted, but {different}");
        Counts.Named += Measured(number, image, PolicyNames.Read) is null ? 0 : 1;
    }

    private static IEnumerable<T> OfPairs<T>(NaiveRelations relations, Func<int, int, T> value) =>
        from x in Enumerable.Range(0, relations.Labels.Count)
        from y in Enumerable.Range(0, relations.Labels.Count)
        select value(x, y);

    private CompiledPolicy? Read(int number, byte[] image, Reader<CompiledPolicy> reader) => Measured(number, image, reader);

    /// <summary>Reads; an exception, a reader that takes long or much memory, and an answer that is neither policy nor error are failures.</summary>
    private T? Measured<T>(int number, byte[] image, Reader<T> reader)
        where T : class
    {
        try
        {
            var (start, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            var read = reader(image, out var error);
            Weigh(number, image, reader, Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - allocated);
            if ((read is null) != error.IsError || error.Offset < 0 || error.Offset > image.Length)
                Fail(number, $"neither a policy nor an error in the image: {error}");
            if (error.IsError)
                Counts.Errors[error.Code] = Counts.Errors.GetValueOrDefault(error.Code) + 1;
            return read;
        }
        catch (Exception exception)
        {
            Fail(number, $"the reader threw {exception}");
            return null;
        }
    }

    private void Weigh<T>(int number, byte[] image, Reader<T> reader, TimeSpan time, long allocated)
        where T : class
    {
        // The machine may have been busy with something else: only what is slow each time is slow.
        for (var retry = 0; retry < 3 && time > LongestRead; retry++)
        {
            var start = Stopwatch.GetTimestamp();
            reader(image, out _);
            time = Stopwatch.GetElapsedTime(start);
        }
        Counts.LongestRead = time > Counts.LongestRead ? time : Counts.LongestRead;
        Counts.MostAllocated = Math.Max(Counts.MostAllocated, allocated);
        if (time > LongestRead)
            Fail(number, $"reading {image.Length} bytes took {time}");
        if (allocated > MostAllocated(image))
            Fail(number, $"reading {image.Length} bytes took {allocated} bytes of memory");
    }

    private static long MostAllocated(byte[] image) => 64_000 + 16L * image.Length;

    private delegate T? Reader<T>(ReadOnlySpan<byte> image, out WireError error)
        where T : class;
}
