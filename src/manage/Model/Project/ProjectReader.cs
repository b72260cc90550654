using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Shapes;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Model.Project;

/// <summary>Reads coffer.yaml into a model.</summary>
public static class ProjectReader
{
    /// <summary>Reads a project.</summary>
    /// <param name="file">Name of the file, for places.</param>
    /// <param name="text">Its text.</param>
    /// <param name="diagnostics">Takes all that is wrong with its syntax and shape.</param>
    /// <returns>The model of what could be read, or null when nothing could.</returns>
    public static ProjectModel? Read(string file, string text, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (YamlReader.Read(file, text, diagnostics) is not { } root)
            return null;
        new ShapeChecker(diagnostics).Check(root, ProjectShape.Root, "");
        if (root is not YamlMapping mapping || mapping["policy"] is not YamlMapping policy)
            return null;
        return new ProjectModel(ReadPolicy(policy), [.. mapping["tenants"].Records().Select(TenantReader.Read)]);
    }

    private static PolicyModel ReadPolicy(YamlMapping policy)
    {
        var levels = policy["levels"] as YamlMapping;
        return new PolicyModel(policy.At, policy.Needed("name"))
        {
            Serial = policy.Number("serial") ?? 1,
            From = policy["from"] is YamlMapping from ? new PredecessorModel(from.At, from.Number("serial") ?? 0, from.Needed("digest")) : null,
            Quarantine = policy.Text("unlabeled") == "quarantine",
            SecrecyLevels = levels?.Words("secrecy") ?? [],
            IntegrityLevels = levels?.Words("integrity") ?? [],
            Categories = levels?.Words("categories") ?? [],
            Workloads = [.. policy["workloads"].Records().Select(ReadLabel)],
            Labels = [.. policy["labels"].Records().Select(ReadLabel)],
            Conflicts = [.. policy["conflicts"].Records().Select(ReadConflict)],
            Channels = [.. policy["channels"].Records().Select(ReadChannel)],
            Hosts = [.. policy["hosts"].Records().Select(ReadHost)],
            Images = [.. policy["images"].Entries().Select(entry => (entry.Name, entry.Value.Word() ?? new Word("", entry.Name.At)))],
            Keys = [.. ReadKeys(policy["keys"] as YamlMapping)],
            Fixtures = [.. policy["fixtures"].Records().SelectMany(ReadFixture)],
            Tests = policy["tests"] is YamlSequence tests ? [.. tests.Items.OfType<YamlMapping>().Select(ReadTest)] : [],
        };
    }

    private static LabelModel ReadLabel((Word Name, YamlMapping Value) entry)
    {
        var (name, node) = entry;
        var categories = node["categories"];
        return new LabelModel(name)
        {
            Types = node.Words("types"),
            Inherits = node.Word("inherits"),
            Mark = node.Text("mark"),
            Color = node.Text("color"),
            Secrecy = node.Word("secrecy"),
            Integrity = node.Word("integrity"),
            CategoriesLow = categories is YamlMapping low ? low.Words("low") : categories.Words(),
            CategoriesHigh = categories is YamlMapping high ? high.Words("high") : categories.Words(),
            From = node.Word("from"),
        };
    }

    private static ConflictModel ReadConflict((Word Name, YamlMapping Value) entry) => new(
        entry.Name, entry.Value.Words("of"), entry.Value.Text("scope", "host"), entry.Value.Text("mode", "running"), entry.Value.Text("why"));

    private static ChannelModel ReadChannel((Word Name, YamlMapping Value) entry)
    {
        var (name, node) = entry;
        var vsock = node["kind"] as YamlMapping;
        var kind = vsock is null ? node.Needed("kind") : new Word("vsock", vsock.At);
        var port = vsock?.Number("vsock") is { } number and <= uint.MaxValue ? (uint)number : 0;
        return new ChannelModel(name, node.Needed("from"), node.Needed("to"), kind, port, node.Word("direction"), node.Text("why"));
    }

    private static HostModel ReadHost((Word Name, YamlMapping Value) entry) => new(
        entry.Name, entry.Value.Words("runs"), entry.Value.Text("attest") == "required", entry.Value.Text("rack"), entry.Value.Text("zone"));

    private static IEnumerable<KeyModel> ReadKeys(YamlMapping? keys)
    {
        if (keys is null)
            yield break;
        foreach (var role in (string[])["officers", "verifiers", "placers"])
        {
            foreach (var id in keys.Words(role))
                yield return new KeyModel(role, id, null);
        }
        foreach (var (label, ids) in keys["specs"].Entries())
        {
            foreach (var id in ids.Words())
                yield return new KeyModel("specs", id, label);
        }
    }

    private static IEnumerable<FixtureModel> ReadFixture((Word Name, YamlMapping Value) entry) =>
        entry.Value.Entries.Where(field => field.Value is YamlScalar).Take(1).Select(
            field => new FixtureModel(entry.Name, field.Key.Text, field.Value.Word()!.Value));

    private static TestModel ReadTest(YamlMapping test)
    {
        var allowed = test.Word("allow");
        return new TestModel(test.At, allowed is not null, allowed ?? test.Needed("deny"), test.Words("given"), test.Word("rule"));
    }
}
