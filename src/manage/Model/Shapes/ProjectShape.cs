namespace Cofferdam.Model.Shapes;

/// <summary>The shape of coffer.yaml.</summary>
public static class ProjectShape
{
    private const string NamePattern = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*";
    private const string Byte = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private const string LevelsPattern = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)?";

    private const string WorkloadsDoc =
        "types of workloads; each also is a label of the same name. A name with a dot inherits its place in conflict sets from the name before "
        + "the last dot, which must be there too";

    private static readonly PatternShape Name = new("a name", NamePattern, "a-bank.trading", IsName: true);
    private static readonly PatternShape LabelName = new("the name of a workload or label", NamePattern, "a-bank", IsName: true);
    private static readonly PatternShape TypeName = new("the name of a workload", NamePattern, "a-bank", IsName: true);
    private static readonly PatternShape DigestText = new("a SHA-256 digest", "sha256:[0-9a-f]{64}", "sha256:<64 hexadecimal digits>");
    private static readonly PatternShape Owner = new("user:NAME or group:NAME", "(user|group):[A-Za-z0-9_][A-Za-z0-9_.-]*", "group:a-bank-ops");
    private static readonly TextShape Why = new("the reason, for explanations");
    private static readonly PatternShape LevelRange = new("a level, or a range low..high (machines only)", LevelsPattern, "internal or untrusted..trusted");

    private static readonly ListShape Categories = new("categories; a machine may have a range {low: [...], high: [...]}", Name);

    /// <summary>The whole file.</summary>
    public static RecordShape Root { get; } = new("a Cofferdam project",
    [
        new("coffer", new NumberShape("version of this format", 1, 1), IsRequired: true),
        new("policy", Policy(), IsRequired: true),
        new("tenants", new MapShape("tenants and what they own; each block is owned and signed by its tenant", Name, Tenant())),
    ]);

    private static RecordShape Policy() => new("what may be shared with whom; owned and signed by the policy officer",
    [
        new("name", Name, IsRequired: true),
        new("serial", new NumberShape("serial number, greater with every update", 1, ulong.MaxValue)),
        new("from", new RecordShape("the policy that this one replaces",
        [
            new("serial", new NumberShape("its serial number", 1, ulong.MaxValue), IsRequired: true),
            new("digest", DigestText with { Doc = "its digest, as coffer policy show prints it" }, IsRequired: true),
        ])),
        new("unlabeled", new WordShape("what happens to objects without a label", ["deny", "quarantine"])),
        new("levels", new RecordShape("names of levels, lowest first, and of categories",
        [
            new("secrecy", new ListShape("levels of secrecy, lowest first", Name, 1)),
            new("integrity", new ListShape("levels of integrity, lowest first", Name, 1)),
            new("categories", new ListShape("categories of secrecy", Name)),
        ])),
        new("workloads", new MapShape(WorkloadsDoc, Name, Workload()), IsRequired: true),
        new("labels", new MapShape("labels of several types, or with levels", Name, Label())),
        new("conflicts", new MapShape("types that may not be present together", Name, Conflict())),
        new("channels", new MapShape("accesses between two exact labels that share no type", Name, Channel())),
        new("hosts", new MapShape("what each host may run; 'default' stands for every host that is not listed", Name, Host()), IsRequired: true),
        new("images", new MapShape("images, kernels and firmware that any label may read, by digest", Name, DigestText)),
        new("keys", Keys()),
        new("fixtures", new MapShape("resources that tests speak of", Name, Fixture())),
        new("tests", new ListShape("what the policy must allow and deny", Test()) { IsSet = false }),
    ]);

    private static Field[] Looks =>
    [
        new("mark", new TextShape("a short mark, shown beside the colour", ModelLimits.MarkLength)),
        new("color", new WordShape("a colour, shown with the mark", Colors.Names)),
    ];

    private static Field[] Levels =>
    [
        new("secrecy", LevelRange with { Doc = "level of secrecy; the lowest when omitted" }),
        new("integrity", LevelRange with { Doc = "level of integrity; the lowest when omitted" }),
        new("categories", new ChoiceShape(Categories.Doc,
        [
            Categories,
            new RecordShape("a range of categories", [new("low", Categories), new("high", Categories)]),
        ])),
        new("from", Name with { Doc = "its name in the policy that is replaced" }),
    ];

    private static RecordShape Workload() => new("a type, and the label of the same name",
        [.. Looks, new("inherits", TypeName with { Doc = "the type whose place in conflict sets it takes, when its name does not say it" }), .. Levels]);

    private static RecordShape Label() => new("a label",
        [new("types", new ListShape("its types", TypeName, 1), IsRequired: true), .. Looks, .. Levels]);

    private static RecordShape Conflict() => new("a conflict set",
    [
        new("of", new ListShape("its members", TypeName, 2), IsRequired: true),
        new("scope", new WordShape("within what they are kept apart", ["host", "rack", "zone"])),
        new("mode", new WordShape("whether only running machines count, or what they left too, until it is sanitized", ["running", "history"])),
        new("why", Why),
    ]);

    private static RecordShape Channel() => new("a channel",
    [
        new("from", LabelName with { Doc = "the label that may open it" }, IsRequired: true),
        new("to", LabelName with { Doc = "the label that it leads to" }, IsRequired: true),
        new("kind", new ChoiceShape("memory, volume (to read), or a vsock port: {vsock: PORT}",
        [
            new WordShape("memory or volume", ["memory", "volume"]) { AlsoRead = ["network"] },
            new RecordShape("a vsock port", [new("vsock", new NumberShape("the port", 1, uint.MaxValue - 1), IsRequired: true)]),
        ]), IsRequired: true),
        new("direction", new WordShape("where information may flow: both ways, or one way, from 'from' to 'to' (memory only)", ["both", "one-way"])),
        new("why", Why),
    ]);

    private static RecordShape Host() => new("a host",
    [
        new("runs", new ListShape("types that it may run", TypeName), IsRequired: true),
        new("attest", new WordShape("whether machines start only under a valid attestation ticket", ["none", "required"])),
        new("rack", Name with { Doc = "the rack it stands in" }),
        new("zone", Name with { Doc = "the zone it stands in" }),
    ]);

    private static RecordShape Keys()
    {
        var ids = new ListShape("ids of keys", DigestText with { Doc = "SHA-256 of the uncompressed P-256 point, as coffer policy sign prints it" });
        return new("keys and what they may sign",
        [
            new("officers", ids with { Doc = "may sign the next policy" }),
            new("verifiers", ids with { Doc = "may sign attestation tickets" }),
            new("placers", ids with { Doc = "may sign placement leases" }),
            new("specs", new MapShape("may sign specs of machines and volumes, by label", LabelName, ids)),
        ]);
    }

    private static RecordShape Fixture() => new("a resource that tests speak of",
    [
        new("volume", LabelName with { Doc = "its label" }),
        new("network", LabelName with { Doc = "its label" }),
        new("device", LabelName with { Doc = "its label" }),
        new("console", LabelName with { Doc = "its label" }),
    ])
    { OneOf = ["volume", "network", "device", "console"] };

    private static RecordShape Test()
    {
        var statement = new TextShape("a statement");
        return new("a test",
        [
            new("allow", statement with { Doc = "a statement that must be allowed" }),
            new("deny", statement with { Doc = "a statement that must be denied" }),
            new("given", new ListShape("what is so before", statement) { IsSet = false }),
            new("rule", new TextShape("the rule that must decide: its id, for conflict sets and channels followed by a dot and the name")),
        ])
        { OneOf = ["allow", "deny"] };
    }

    private static RecordShape Tenant() => new("a tenant",
    [
        new("owners", new ListShape("users and groups that administer it", Owner, 1), IsRequired: true),
        new("budget", Budget()),
        new("disks", new MapShape("volumes", Name, Disk())),
        new("networks", new MapShape("networks", Name, Network())),
        new("vms", new MapShape("machines", Name, Machine())),
    ]);

    private static RecordShape Budget() => new("what it may use in all",
    [
        new("vcpu", new NumberShape("virtual processors", 1, 65_536)),
        new("memory", Size("memory")),
        new("disk", Size("disk space")),
        new("disk-iops", new NumberShape("disk operations a second", 1, 100_000_000)),
        new("net", new PatternShape("network rate", "[1-9][0-9]{0,8}(k|M|G)bit/s", "500Mbit/s")),
        new("cpu-hours", new PatternShape("processor time", "[1-9][0-9]{0,8}/(day|month)", "400/month")),
        new("on-exceed", new WordShape("what happens above it", ["throttle", "refuse", "stop"])),
    ]);

    private static PatternShape Size(string doc) => new(doc, "[1-9][0-9]{0,8}(KiB|MiB|GiB|TiB)", "192MiB");

    private static RecordShape Disk() => new("a volume",
    [
        new("size", Size("its size"), IsRequired: true),
        new("label", LabelName with { Doc = "its label, of one type" }, IsRequired: true),
        new("encrypt", new FlagShape("true: encrypted with a key of its own")),
        new("shareable", new FlagShape("true: several machines may write it")),
        new("on-release", new WordShape("what happens when it is deleted or relabelled", ["wipe", "destroy-key"])),
    ]);

    private static RecordShape Network() => new("a network",
    [
        new("cidr", new PatternShape("its addresses", $"{Byte}(\\.{Byte}){{3}}/(3[0-2]|[12]?[0-9])", "10.20.0.0/24"), IsRequired: true),
        new("label", LabelName with { Doc = "its label, of one type" }, IsRequired: true),
    ]);

    private static RecordShape Machine() => new("a machine",
    [
        new("label", LabelName with { Doc = "its label" }, IsRequired: true),
        new("image", Name with { Doc = "its image" }, IsRequired: true),
        new("vcpu", new NumberShape("virtual processors", 1, 256)),
        new("memory", Size("its memory"), IsRequired: true),
        new("disks", new ListShape("volumes of the tenant", Name)),
        new("nets", new ListShape("networks of the tenant", Name)),
        new("channels", new ListShape("channels of the policy that it uses", Name)),
        new("tpm", new WordShape("its TPM", ["2.0", "none"])),
    ]);
}
