using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Cofferdam.Tests.Style.Rings;

/// <summary>One planted violation of each kind shows that the checker catches it.</summary>
public sealed class PlantedViolationTests
{
    private const string Planted = "Cofferdam.Planted";

    private static readonly string[] RingNames = ["formats", "tcb", "host", "manage", "apps"];

    /// <summary>Statements, and the member that must be named.</summary>
    public static TheoryData<string, string> ImpureStatements { get; } = new()
    {
        { "File.ReadAllText(text);", "System.IO.File::ReadAllText" },
        { "Directory.CreateDirectory(text);", "System.IO.Directory::CreateDirectory" },
        { "using var file = new FileStream(text, FileMode.Open);", "System.IO.FileStream::.ctor" },
        { "new Socket(SocketType.Stream, ProtocolType.Tcp).Close();", "System.Net.Sockets.Socket::.ctor" },
        { "new System.Net.Http.HttpClient();", "System.Net.Http.HttpClient::.ctor" },
        { "System.Diagnostics.Process.Start(text);", "System.Diagnostics.Process::Start" },
        { "Console.WriteLine(text);", "System.Console::WriteLine" },
        { "Environment.GetEnvironmentVariable(text);", "System.Environment::GetEnvironmentVariable" },
        { "Environment.Exit(1);", "System.Environment::Exit" },
        { "text = DateTime.UtcNow.ToString();", "System.DateTime::get_UtcNow" },
        { "text = DateTimeOffset.Now.ToString();", "System.DateTimeOffset::get_Now" },
        { "System.Diagnostics.Stopwatch.GetTimestamp();", "System.Diagnostics.Stopwatch::GetTimestamp" },
        { "TimeProvider.System.GetUtcNow();", "System.TimeProvider::get_System" },
        { "var ticks = Environment.TickCount64;", "System.Environment::get_TickCount64" },
        { "new Thread(() => { }).Start();", "System.Threading.Thread::.ctor" },
        { "ThreadPool.QueueUserWorkItem(_ => { });", "System.Threading.ThreadPool::QueueUserWorkItem" },
        { "Task.Run(() => { });", "System.Threading.Tasks.Task::Run" },
        { "async Task Later() => await Task.Yield(); Later();", "System.Threading.Tasks.Task::Yield" },
        { "new Timer(_ => { }).Dispose();", "System.Threading.Timer::.ctor" },
        { "lock (text) { }", "System.Threading.Monitor::Enter" },
        { "lock (new Lock()) { }", "System.Threading.Lock::EnterScope" },
        { "var n = 0; Interlocked.Increment(ref n);", "System.Threading.Interlocked::Increment" },
        { "text.GetType().GetMethods();", "System.Object::GetType" },
        { "typeof(string).GetField(text);", "System.Type::GetField" },
        { "Activator.CreateInstance(typeof(object));", "System.Activator::CreateInstance" },
        { "Assembly.GetExecutingAssembly();", "System.Reflection.Assembly::GetExecutingAssembly" },
        { "Assembly.LoadFrom(text);", "System.Reflection.Assembly::LoadFrom" },
        { "dynamic d = text; d.Trim();", "Microsoft.CSharp.RuntimeBinder.Binder::InvokeMember" },
        { "new Random(1).Next();", "System.Random::.ctor" },
        { "Guid.NewGuid();", "System.Guid::NewGuid" },
        { "new[] { 1, 2 }.Shuffle();", "System.Linq.Enumerable::Shuffle" },
        { "RandomNumberGenerator.GetBytes(1);", "System.Security.Cryptography.RandomNumberGenerator::GetBytes" },
        { "ECDsa.Create();", "System.Security.Cryptography.ECDsa::Create()" },
        { "Marshal.AllocHGlobal(1);", "System.Runtime.InteropServices.Marshal::AllocHGlobal" },
        { "var n = 0; MemoryMarshal.CreateSpan(ref n, 9)[8] = 1;", "System.Runtime.InteropServices.MemoryMarshal::CreateSpan" },
        { "Unsafe.As<List<int>>((object)text).Clear();", "System.Runtime.CompilerServices.Unsafe::As" },
        { "GC.Collect();", "System.GC::Collect" },
        { "text = 1.5.ToString(System.Globalization.CultureInfo.CurrentCulture);", "System.Globalization.CultureInfo::get_CurrentCulture" },
    };

    /// <summary>Whole declarations that no ring may have, or none but a listed project.</summary>
    public static TheoryData<string, string, string> ForbiddenDeclarations { get; } = new()
    {
        { "import", "libc", "static class P { [DllImport(\"libc\")] static extern int getpid(); }" },
        { "import", "no body", "static class P { [MethodImpl(MethodImplOptions.InternalCall)] static extern int Pid(); }" },
        { "member", "UnsafeAccessor", "class P { [UnsafeAccessor(UnsafeAccessorKind.Constructor)] static extern P Forge(); }" },
        { "member", "ModuleInitializerAttribute", "static class P { [ModuleInitializer] internal static void Begin() { } }" },
        { "friend", "Intruder", "[assembly: InternalsVisibleTo(\"Intruder\")]" },
    };

    public static IEnumerable<TheoryDataRow<string, string>> Pairs =>
        from ring in RingNames
        from other in RingNames
        select new TheoryDataRow<string, string>(ring, other);

    [Theory]
    [MemberData(nameof(ImpureStatements))]
    [Trait("Requirement", "ISO-1")]
    public void Impure_code_is_caught_in_tcb_and_formats(string statement, string member)
    {
        var planted = Snippet.CompileBody(Planted, statement);
        Assert.Contains(Check(planted, "tcb"), violation => violation.Rule == "member" && violation.What.Contains(member));
        Assert.Contains(Check(planted, "formats"), violation => violation.Rule == "member" && violation.What.Contains(member));
    }

    [Theory]
    [MemberData(nameof(ForbiddenDeclarations))]
    [Trait("Requirement", "ISO-1")]
    public void Ways_around_the_language_are_caught_in_every_ring(string rule, string named, string source)
    {
        var planted = Snippet.Compile(Planted, source);
        foreach (var ring in RingNames)
            Assert.Contains(Check(planted, ring), violation => violation.Rule == rule && violation.What.Contains(named));
    }

    [Fact]
    [Trait("Requirement", "ISO-1")]
    public void A_violation_names_the_method_that_commits_it()
    {
        var violation = Assert.Single(Check(Snippet.CompileBody(Planted, "File.Delete(text);"), "tcb"));
        Assert.Equal(
            "Cofferdam.Planted: member: Planted::Act uses System.IO.File::Delete(System.String). "
            + "Do without it in ring tcb; if it is pure, add it to a list in eng/layers.json.",
            violation.ToString());
    }

    [Theory]
    [InlineData("Native", true)]
    [InlineData("IoHost", true)]
    [InlineData("Launcher", false)]
    public void Unsafe_code_is_caught_outside_the_projects_that_may_have_it(string project, bool allowed)
    {
        var planted = Snippet.Compile($"Cofferdam.{project}", "unsafe class P { int* p; }", allowUnsafe: true);
        Assert.Equal(allowed, Check(planted, "host").Count == 0);
        foreach (var ring in RingNames.Where(ring => ring != "host"))
            Assert.Contains(Check(planted, ring), violation => violation.Rule == "unsafe");
    }

    [Theory]
    [InlineData("Native", true)]
    [InlineData("IoHost", false)]
    public void Native_imports_are_caught_outside_the_project_that_may_have_them(string project, bool allowed)
    {
        var planted = Snippet.Compile($"Cofferdam.{project}", "static class P { [DllImport(\"libc\")] static extern int getpid(); }");
        Assert.Equal(allowed, Check(planted, "host").Count == 0);
    }

    [Theory]
    [InlineData("Some.Package", "formats", false)]
    [InlineData("Some.Package", "tcb", false)]
    [InlineData("System.Formats.Cbor", "formats", true)]
    [InlineData("System.Formats.Cbor", "tcb", false)]
    [InlineData("Some.Package", "manage", true)]
    [Trait("Requirement", "ISO-1")]
    public void Packages_are_caught_where_they_are_not_listed(string package, string ring, bool allowed)
    {
        var library = Snippet.Compile(package, "public static class Library { public static void Help() { } }");
        var planted = Snippet.Compile(Planted, "class P { void Act() => Library.Help(); }", references: library);
        Assert.Equal(allowed, Check(planted, ring).All(violation => violation.Rule != "package"));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Each_wrong_direction_between_rings_is_caught(string ring, string other)
    {
        var library = Snippet.Compile("Cofferdam.Library", "public static class Library { public static void Help() { } }");
        var planted = Snippet.Compile(Planted, "class P { void Act() => Library.Help(); }", references: library);
        var rings = new Dictionary<string, string> { [Planted] = ring, ["Cofferdam.Library"] = other };
        var violations = new RingChecker(Layers.Current, rings).Check(planted.ReadFacts(), ring);
        Assert.Equal(MaySee(ring, other), violations.Count == 0);
        Assert.All(violations, violation => Assert.Equal("direction", violation.Rule));
    }

    [Fact]
    public void Use_of_an_assembly_that_is_not_shipped_is_caught()
    {
        var kit = Snippet.Compile("Cofferdam.Tests.Kit", "public static class Kit { public static void Help() { } }");
        var planted = Snippet.Compile(Planted, "class P { void Act() => Kit.Help(); }", references: kit);
        Assert.All(RingNames, ring => Assert.Contains(Check(planted, ring), violation => violation.Rule == "direction"));
    }

    // What records, iterators, interpolation, patterns and collection expressions bring along by themselves.
    [Fact]
    [Trait("Requirement", "ISO-1")]
    public void What_the_compiler_adds_to_pure_code_is_not_taken_for_a_violation()
    {
        const string source = """
            public record Label(string Name, int[] Types) { public bool Has(int type) => Types.Contains(type); }
            public readonly record struct Pair(ushort Low, ushort High);
            public enum Phase : byte { Off, On }
            public sealed class Permit<T> where T : class
            {
                private readonly Dictionary<Pair, T> _live = [];
                internal Permit() { }
                public required T? Operand { get; init; }
                public IEnumerable<T> Live() { foreach (var (_, value) in _live) yield return value; }
                public string Show(Phase phase) => phase switch { Phase.Off => $"{phase}: {_live.Count:x}", Phase.On => nameof(Phase) };
                public ReadOnlySpan<int> Numbers(int a, int b) { Span<int> s = stackalloc int[4]; s[0] = a; return new[] { a, b, s[0] }; }
                public IReadOnlyList<int> List(int a, int b) => [a, b, .. new[] { a }];
                public int Sum(int a, int b) { ReadOnlySpan<int> s = [a, b, 3]; var t = 0; foreach (var n in s) t += n; return t; }
                public IReadOnlyList<int> One(int a) => [a];
                public static bool Same(Label a, Label b) => a == b || a.Equals(null);
            }
            """;
        Assert.Empty(Check(Snippet.Compile(Planted, source), "tcb"));
    }

    private static IReadOnlyList<Violation> Check(Snippet planted, string ring) =>
        new RingChecker(Layers.Current, new Dictionary<string, string> { [Planted] = ring }).Check(planted.ReadFacts(), ring);

    // The design, said again apart from the file: formats < tcb < host, manage < apps; host and manage do not see each other.
    private static bool MaySee(string ring, string other) => (ring, other) switch
    {
        (_, "formats") => true,
        ("formats", _) => false,
        (_, "tcb") => true,
        ("tcb", _) => false,
        (_, "apps") => false,
        ("apps", _) => true,
        _ => ring == other,
    };
}
