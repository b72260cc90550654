using System.IO;
using System.Text;
using Xunit;

namespace Cofferdam.Tests.Model;

/// <summary>Gives what a campaign prints to the output of a test.</summary>
internal sealed class TestReport(ITestOutputHelper output) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => output.Write(value.ToString());

    public override void WriteLine(string? value) => output.WriteLine(value ?? "");

    public override void WriteLine(object? value) => output.WriteLine(value?.ToString() ?? "");
}
