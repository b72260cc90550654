using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Drawing;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Policy.Drawing;

/// <summary>Policies that tests draw, and all the ways to draw them.</summary>
internal static class Pictures
{
    private const string Example = "examples/two-banks/coffer.yaml";

    private static readonly ConcurrentDictionary<string, CheckedPolicy> Known = [];

    /// <summary>Names of the policies.</summary>
    public static IReadOnlyList<string> Names { get; } = ["two-banks", "levels", "among", "sixty", "alike", "mixed", "empty"];

    /// <summary>Policies small enough for a map on which nothing may collide.</summary>
    public static IReadOnlyList<string> SmallNames { get; } = ["two-banks", "levels", "among"];

    /// <summary>The drawings as SVG.</summary>
    public static IReadOnlyDictionary<string, Func<CheckedPolicy, string>> Svg { get; } = new SortedDictionary<string, Func<CheckedPolicy, string>>
    {
        ["matrix"] = MatrixDrawing.Svg,
        ["graph"] = GraphDrawing.Svg,
        ["flows"] = FlowsDrawing.Svg,
    };

    /// <summary>The drawings as text.</summary>
    public static IReadOnlyDictionary<string, Func<CheckedPolicy, int, string>> Text { get; } =
        new SortedDictionary<string, Func<CheckedPolicy, int, string>>
        {
            ["matrix"] = MatrixDrawing.Text,
            ["graph"] = GraphDrawing.Text,
            ["flows"] = FlowsDrawing.Text,
        };

    /// <summary>A policy by its name.</summary>
    public static CheckedPolicy Policy(string name) => Known.GetOrAdd(name, Fresh);

    /// <summary>The same, read and checked again.</summary>
    public static CheckedPolicy Fresh(string name) => Project.Checked(name switch
    {
        "two-banks" => Repository.Read(Example),
        "levels" => Levels,
        "among" => Among,
        "sixty" => Tenants(10),
        "alike" => Alike(200),
        "mixed" => Mixed(200),
        _ => "coffer: 1\npolicy: {name: empty, workloads: {only: {}}, hosts: {default: {runs: [only]}}}\n",
    });

    /// <summary>A policy made from content that no project file could have: the names of everything are given.</summary>
    public static CheckedPolicy Compiled(PolicyContent content)
    {
        var image = PolicyImageWriter.Write(content);
        var basis = Policy("empty");
        return basis with
        {
            Content = content,
            Image = image,
            Compiled = CompiledPolicy.OpenUnsigned(image, out _)!,
            Names = PolicyNames.Read(image, out _)!,
        };
    }

    /// <summary>Labels of which each shares with a different half of the others, so that none is like another.</summary>
    public static string Mixed(int count)
    {
        var text = Begin("mixed", Enumerable.Range(0, count).Select(Tenant));
        text.Append("  conflicts:\n    rivals: {of: [").AppendJoin(", ", Enumerable.Range(0, 20).Select(Tenant));
        text.Append("]}\n  channels:\n");
        for (var i = 0; i + 1 < count; i++)
            text.Append(CultureInfo.InvariantCulture, $"    next-{i}: {{from: {Tenant(i)}, to: {Tenant(i + 1)}, kind: {{vsock: {i + 1}}}}}\n");
        for (var i = 0; i + 7 < count; i += 3)
            text.Append(CultureInfo.InvariantCulture, $"    feed-{i}: {{from: {Tenant(i)}, to: {Tenant(i + 7)}, kind: memory, direction: one-way}}\n");
        return text.ToString();
    }

    private static string Tenant(int number) => $"tenant-{number}";

    private static StringBuilder Begin(string name, IEnumerable<string> workloads)
    {
        var all = workloads.ToList();
        var text = new StringBuilder($"coffer: 1\npolicy:\n  name: {name}\n  workloads:\n");
        foreach (var workload in all)
            text.Append("    ").Append(workload).Append(": {}\n");
        return text.Append("  hosts: {default: {runs: [").AppendJoin(", ", all).Append("]}}\n");
    }

    /// <summary>Customers that are all alike, a few that are not.</summary>
    private static string Alike(int count)
    {
        var customers = Enumerable.Range(1, count - 3).Select(number => $"customer-{number}").ToList();
        var text = Begin("alike", [.. customers, "portal", "logs", "other"]).Append("  channels:\n");
        foreach (var customer in customers)
            text.Append("    to-").Append(customer).Append(": {from: ").Append(customer).Append(", to: portal, kind: {vsock: 443}}\n");
        return text.Append("    log: {from: portal, to: logs, kind: memory, direction: one-way}\n").ToString();
    }

    /// <summary>Tenants of six labels each, some of them rivals, and services that they use.</summary>
    private static string Tenants(int count)
    {
        string[] parts = ["", ".web", ".db", ".ci", ".audit", ".mail"];
        var text = Begin("tenants", [.. Enumerable.Range(1, count).SelectMany(number => parts.Select(part => $"t{number}{part}")), "logs", "backup"]);
        text.Append("  conflicts:\n    rivals: {of: [t1, t2, t3]}\n    neighbours: {of: [t4, t5], scope: rack, mode: history, why: power}\n  channels:\n");
        for (var i = 1; i <= count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    t{i}-db: {{from: t{i}.web, to: t{i}.db, kind: {{vsock: 5432}}}}\n");
            text.Append(CultureInfo.InvariantCulture, $"    t{i}-log: {{from: t{i}.audit, to: logs, kind: memory, direction: one-way}}\n");
            text.Append(CultureInfo.InvariantCulture, $"    t{i}-backup: {{from: backup, to: t{i}.db, kind: volume}}\n");
        }
        return text.ToString();
    }

    private const string Levels = """
        coffer: 1
        policy:
          name: ministry
          serial: 12
          levels: {secrecy: [public, internal, secret], integrity: [untrusted, checked, trusted], categories: [east, budget]}
          workloads:
            web: {secrecy: public}
            mail: {mark: "M", color: teal}
            finance: {secrecy: internal, categories: [budget]}
            defence: {secrecy: secret, categories: [east], integrity: trusted}
            archive: {secrecy: secret, categories: [east, budget]}
            plant: {integrity: trusted, color: red, mark: "P"}
            sensors: {integrity: untrusted}
          labels:
            office-internal: {types: [mail, web], secrecy: internal, mark: "OI", color: olive}
            office-secret: {types: [mail], secrecy: secret, mark: "OS", color: pink}
            declassifier: {types: [defence], secrecy: public..secret, categories: {low: [], high: [east]}, integrity: untrusted..trusted}
            plant-gate: {types: [plant], integrity: untrusted..trusted, mark: "PG", color: red}
          conflicts:
            separate: {of: [finance, defence], scope: host, mode: history, why: "audit rule 7"}
            no-mixing: {of: [web, plant, defence], scope: rack, mode: running}
          channels:
            publish: {from: declassifier, to: web, kind: memory, direction: one-way, why: "press releases"}
            ledger: {from: archive, to: finance, kind: volume, why: "the archive reads the ledger"}
            telemetry: {from: sensors, to: plant-gate, kind: {vsock: 9000}, why: "measurements, checked by the gate"}
            config: {from: plant-gate, to: mail, kind: {vsock: 25}}
            config-window: {from: plant-gate, to: mail, kind: memory}
            files: {from: defence, to: archive, kind: memory, direction: one-way}
          hosts:
            default: {runs: [web, mail, finance, defence, archive, plant, sensors]}
        """;

    /// <summary>Channels in circles, and between labels that share with a third.</summary>
    private const string Among = """
        coffer: 1
        policy:
          name: among
          workloads: {x: {}, y: {}, z: {}, u: {}, v: {}, w: {}}
          labels:
            xy: {types: [x, y]}
            yz: {types: [y, z]}
          conflicts:
            first: {of: [u, v]}
            second: {of: [x, u]}
          channels:
            level: {from: x, to: yz, kind: {vsock: 80}}
            level-back: {from: z, to: x, kind: memory}
            circle-a: {from: u, to: v, kind: {vsock: 1}}
            circle-b: {from: v, to: w, kind: {vsock: 1}}
            circle-c: {from: w, to: u, kind: {vsock: 1}}
            four-a: {from: u, to: v, kind: {vsock: 2}}
            four-b: {from: u, to: v, kind: {vsock: 3}}
            four-c: {from: u, to: v, kind: {vsock: 4}}
          hosts:
            default: {runs: [x, y, z, u, v, w]}
        """;
}
