using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Checking;

/// <summary>Holds a policy's model against the rules of docs/SEMANTICS.md section 1, and says all that is wrong.</summary>
internal sealed class PolicyChecker
{
    private readonly PolicyScope _scope;
    private readonly PolicyModel _policy;
    private readonly NameChecker _names;
    private readonly DiagnosticBag _diagnostics;

    public PolicyChecker(PolicyScope scope, NameChecker names, DiagnosticBag diagnostics)
    {
        _scope = scope;
        _policy = scope.Policy;
        _names = names;
        _diagnostics = diagnostics;
    }

    /// <summary>Checks everything but levels, channels, tests and tenants.</summary>
    public void Check()
    {
        RenameChecker.Check(_scope, _diagnostics);
        CheckLabels();
        new InheritanceChecker(_scope, _names, _diagnostics).Check();
        new WallChecker(_scope, _names, _diagnostics).Check();
        foreach (var host in _policy.Hosts)
            _names.CheckTypes(host.Runs, $"host {host.Name}");
        CheckKeys();
        CheckImages();
        foreach (var fixture in _policy.Fixtures)
            _names.CheckResource(fixture.Label, $"fixtures.{fixture.Name}");
    }

    private void CheckLabels()
    {
        foreach (var label in _policy.Labels)
        {
            if (_scope.HasType(label.Name.Text))
                Error(DiagnosticCode.DuplicateName, label.Name.At, $"'{label.Name}' is a workload, and so a label, already");
            _names.CheckTypes(label.Types, $"label {label.Name}");
        }
    }

    private void CheckKeys()
    {
        foreach (var label in _policy.Keys.Select(key => key.Label).OfType<Word>().DistinctBy(label => label.At))
            _names.CheckLabel(label, "keys.specs");
        if (!_policy.Keys.Any(key => key.Role == "officers"))
            Error(DiagnosticCode.NoOfficer, _policy.At, "keys.officers lists no key: no host will take this policy");
    }

    private void CheckImages()
    {
        foreach (var images in _policy.Images.Where(image => image.Digest.Text.Length > 0).GroupBy(image => image.Digest.Text))
        {
            foreach (var (name, digest) in images.Skip(1))
                _diagnostics.Add(
                    DiagnosticCode.DuplicateName,
                    digest.At,
                    $"images.{name} has the digest of images.{images.First().Name}",
                    "remove one of them");
        }
    }

    private void Error(DiagnosticCode code, Position at, string message) => _diagnostics.Add(code, at, message, code.Help());
}
