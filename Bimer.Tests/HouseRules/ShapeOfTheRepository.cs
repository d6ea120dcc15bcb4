using System.Runtime.Versioning;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.HouseRules;

/// <summary>The top level is a promise, and nothing of anybody's machine or network may be written down.</summary>
[SupportedOSPlatform("linux")]
public sealed class ShapeOfTheRepository
{
    private static readonly string[] _topLevel =
    [
        "Bimer.Blazor", "Bimer.Domain", "Bimer.Tests", "wwwroot-assets", "docs", "Bimer.Blazor.sln", "README.md", "LICENSE",
        "appsettings.example.json", "test.sh", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", "global.json",
        ".ci", ".config", ".editorconfig", ".gitattributes", ".gitignore",
    ];

    // Spelled in halves, or this file would break its own rule.
    private static readonly string[] _machines = ["/ho" + "me/", "/ro" + "ot/", "/Us" + "ers/", "/wo" + "rk/", @"C:\Us" + "ers"];
    private static readonly string[] _registries = ["nuget" + ".org", "npmjs" + ".org", "npmjs" + ".com", "deb.debian" + ".org", "api.nuget" + ".", "registry" + ".npm"];

    [Fact]
    public async Task Nothing_else_stands_at_the_top_level() =>
        (await Repository.FilesAsync()).Select(file => file.Split('/')[0]).Distinct(StringComparer.Ordinal).Except(_topLevel, StringComparer.Ordinal)
            .Should().BeEmpty();

    [Fact]
    public async Task No_file_names_a_registry_or_somebodys_machine()
    {
        var found = from file in await Repository.FilesAsync(".cs", ".razor", ".csproj", ".props", ".targets", ".json", ".md", ".sh", ".css", ".js", ".txt", ".csv", ".resx", "run", ".sln", ".editorconfig", ".gitignore")
                    let text = File.ReadAllText(Repository.At(file))
                    from forbidden in _machines.Concat(_registries)
                    where text.Contains(forbidden, StringComparison.OrdinalIgnoreCase)
                    select $"{file} contains {forbidden}";

        found.Should().BeEmpty();
    }

    [Fact]
    public async Task The_scripts_are_executable()
    {
        foreach (var script in (string[])["test.sh", ".ci/run"])
        {
            (await Repository.FilesAsync()).Should().Contain(script);
            File.GetUnixFileMode(Repository.At(script)).Should().HaveFlag(UnixFileMode.UserExecute, "{0} is a command", script);
        }
    }
}
