using System;
using System.Collections.Generic;
using System.IO;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Policies;
using Xunit;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Content that is no policy is refused by the writer, with a message that says why.</summary>
[Trait("Requirement", "POL-1")]
public sealed class WriterRefusalTests
{
    private static readonly Dictionary<string, Func<PolicyContent, PolicyContent>> Faults = new()
    {
        ["there is no type 'none'"] = c => c with { Labels = [.. c.Labels, new("x", ["none"])] },
        ["there is no type 'nobody'"] = c => c with { Types = [.. c.Types, new("orphan", "nobody")] },
        ["there is no type 'nothing'"] = c => c with { Conflicts = [new("set", ["a-bank", "nothing"], WallScope.Host, WallMode.Running)] },
        ["there is no type 'nowhere'"] = c => c with { Hosts = [new("h", ["nowhere"])] },
        ["there is no type 'never'"] = c => c with { Renames = [new(KeyKind.Type, "never", "old")] },
        ["there is no label 'none'"] = c => c with { Channels = [new("c", "a-bank", "none", AccessKind.Memory, 0, Flows.Out)] },
        ["there is no label 'nobody'"] = c => c with { Channels = [new("c", "nobody", "a-bank", AccessKind.Memory, 0, Flows.Out)] },
        ["there is no label 'nothing'"] = c => c with { Keys = [.. c.Keys, new(KeyRole.Spec, TestKeys.Id("x"), "nothing")] },
        ["there is no label 'never'"] = c => c with { Renames = [new(KeyKind.Label, "never", "old")] },
        ["type 'a-bank' is there twice"] = c => c with { Types = [.. c.Types, new("a-bank")] },
        ["label 'wide' is there twice"] = c => c with { Labels = [.. c.Labels, new("wide", ["sensors"])] },
        ["only types and labels can be renamed, not a Host"] = c => c with { Renames = [new(KeyKind.Host, "h1", "old")] },
        ["the source map names a Channel 'none' that does not exist"] = c => c with { Sources = [new(SourceKind.Channel, "none", "f", 1)] },
        ["NotCanonical: Conflicts[1]: keys"] = c => c with { Conflicts = [c.Conflicts[0], c.Conflicts[0]] },
        ["NotCanonical: Hosts[1]: keys"] = c => c with { Hosts = [c.Hosts[0], c.Hosts[0]] },
        ["NotCanonical: Images[1]: digests"] = c => c with { Images = [c.Images[0], c.Images[0]] },
        ["NotCanonical: Keys[1]: keys"] = c => c with { Keys = [c.Keys[0], c.Keys[0]] },
        ["NotCanonical: Channels[1]: channels"] = c => c with { Channels = [c.Channels[0], c.Channels[0] with { Name = "again" }] },
        ["NotCanonical: sources ascending"] = c => c with { Sources = [c.Sources[0], c.Sources[0] with { Line = 2 }] },
        ["BadValue: line"] = c => c with { Sources = [c.Sources[0] with { Line = 0 }] },
        ["Inconsistent: Keys[0]: at least one officer"] = c => c with { Keys = [] },
        ["Inconsistent: Types[0]: the key of its name ''"] = c => HostilePolicies.Empty([new("")]),
        ["BadReference: Keys[0]: an index of a label"] = c => c with { Keys = [c.Keys[0] with { Label = "wide" }] },
        ["BadValue: Keys[1]: role"] = c => c with { Keys = [c.Keys[0], c.Keys[0] with { Role = (KeyRole)9 }] },
        ["BadValue: Channels[0]: kind"] = c => c with { Channels = [c.Channels[0] with { Kind = (AccessKind)200 }] },
        ["BadValue: Channels[0]: flows"] = c => c with { Channels = [c.Channels[0] with { Flows = (Flows)255 }] },
        ["BadValue: Conflicts[0]: scope"] = c => c with { Conflicts = [c.Conflicts[0] with { Scope = (WallScope)3 }] },
        ["Inconsistent: predecessor"] = c => c with { PredecessorDigest = default },
    };

    public static TheoryData<string> Messages => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void What_is_no_policy_is_refused_with_the_reason(string message)
    {
        var content = Specimen.Content with { Sources = [new(SourceKind.Policy, "", "policy.yaml", 1)] };
        var refusal = Assert.Throws<InvalidDataException>(() => PolicyImageWriter.Write(Faults[message](content)));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_content_is_an_argument_error() => Assert.Throws<ArgumentNullException>(() => PolicyImageWriter.Write(null!));

    [Fact]
    public void Levels_that_nobody_named_are_one_without_a_name()
    {
        var image = PolicyImageWriter.Write(HostilePolicies.Empty([new("t")]));
        Assert.Equal(PolicyImageWriter.Write(HostilePolicies.Empty([new("t")]) with { SecrecyLevels = [""], IntegrityLevels = [""] }), image);
        var names = PolicyNames.Read(image, out _)!;
        Assert.Equal(("", ""), (names.SecrecyLevel(0), names.IntegrityLevel(0)));
    }
}
