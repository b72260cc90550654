using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Cofferdam.Bench.Harness;

/// <summary>Cedar, in a process of Node's that answers line by line (benches/cedar).</summary>
internal sealed class CedarProcess : IDisposable
{
    private readonly Process _process;

    private CedarProcess(Process process) => _process = process;

    private static string Folder => Path.Combine(
        typeof(CedarProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!,
        "benches",
        "cedar");

    /// <summary>Fetches Cedar if it is not there yet. False, and says so, when that cannot be done.</summary>
    public static bool IsInstalled(Report report)
    {
        if (Start(report, "node", ["--version"]) is not { } node)
            return false;
        using (node)
            report.Say($"Cedar runs under Node {node.StandardOutput.ReadToEnd().Trim()}");
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "@cedar-policy")))
            return true;
        report.Say("installing what benches/cedar/package-lock.json lists, with npm");
        if (Start(report, "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]) is not { } npm)
            return false;
        using (npm)
        {
            npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0)
                report.Say("npm could not install it: going on without Cedar");
            return npm.ExitCode == 0;
        }
    }

    /// <summary>Starts it; null, and says so, when there is no Node.</summary>
    /// <param name="report">Where it says so.</param>
    /// <param name="script">What Node runs, in benches/cedar.</param>
    public static CedarProcess? Start(Report report, string script) =>
        Start(report, "node", [script]) is { } process ? new CedarProcess(process) : null;

    /// <summary>Sends a line and reads the one that answers it.</summary>
    public string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("Cedar's process ended; what it said stands above");
    }

    /// <summary>Ends it: it stops when there is no more input.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Process? Start(Report report, string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            });
        }
        catch (Win32Exception)
        {
            report.Say($"there is no {program} on this machine: going on without Cedar");
            return null;
        }
    }
}
