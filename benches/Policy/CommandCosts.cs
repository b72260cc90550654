using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using Cofferdam.Bench.Harness;

namespace Cofferdam.Bench.Policy;

/// <summary>The command as it is shipped, compiled ahead of time: its start, and a whole check and compilation.</summary>
internal static class CommandCosts
{
    private static readonly Plan Starts = new(TimeSpan.FromSeconds(1), 100, TimeSpan.Zero, 0, Clock.Wall);
    private static readonly Plan Checks = new(TimeSpan.FromSeconds(2), 10, TimeSpan.Zero, 0, Clock.Wall);

    private static string Coffer => Path.Combine(
        typeof(CommandCosts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!,
        ".build",
        "coffer",
        "coffer");

    /// <summary>Measures.</summary>
    public static void Measure(Report report, RealisticProject project)
    {
        if (!File.Exists(Coffer))
            throw new InvalidOperationException($"there is no {Coffer}: ./bench makes it");
        var start = Interleaving.Run(
            Starts, new Contender("/bin/true", 1, () => Run("/bin/true")), new Contender("coffer version", 1, () => Run(Coffer, "version")));
        report.Add("starting a program", start);
        report.Add("start_vs_bin_true", start[1].RatioTo(start[0]), "ratio", Goal.AtMost(8));

        var file = Path.GetTempFileName();
        File.WriteAllText(file, project.Text);
        var check = Interleaving.Run(Checks, new Contender("coffer check", 1, () => Run(Coffer, "check", file)));
        report.Add("checking the file with the command", check);
        report.Add("command_check", check[0].Median / 1e9, "s", Goal.Context);
        File.Delete(file);
    }

    private static long Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return process.ExitCode == 0 ? said.Length : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
    }
}
