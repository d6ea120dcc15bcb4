using System.Runtime.Versioning;
using System.Text.Json;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Bimer.Tests.Given;

namespace Bimer.Tests.Persistence.Vault;

[SupportedOSPlatform("linux")]   // file modes
public sealed class KeyFileTests : IDisposable
{
    private readonly AFolder _folder = new();

    private KeyFile File => new(_folder["keys/vault.json"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_run_makes_a_key_file_that_only_its_owner_can_read()
    {
        File.EnsureThere(dataExists: false).Should().BeTrue();

        System.IO.File.GetUnixFileMode(File.Path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _folder.Files.Should().Equal("keys/vault.json");
    }

    [Fact]
    public void A_second_start_keeps_the_keys()
    {
        File.EnsureThere(dataExists: false);
        var before = System.IO.File.ReadAllBytes(File.Path);

        File.EnsureThere(dataExists: true).Should().BeFalse();
        File.EnsureThere(dataExists: false).Should().BeFalse();

        System.IO.File.ReadAllBytes(File.Path).Should().Equal(before);
    }

    [Fact]
    public void A_missing_key_file_beside_existing_data_is_refused_loudly_and_no_new_keys_are_made()
    {
        var start = () => File.EnsureThere(dataExists: true);

        start.Should().Throw<KeyFileException>().WithMessage("*missing*backup*");
        _folder.Files.Should().BeEmpty();
    }

    [Fact]
    public void Reading_without_a_key_file_is_refused() =>
        FluentActions.Invoking(() => File.Read()).Should().Throw<KeyFileException>().WithMessage("*missing*");

    [Theory]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void A_key_file_open_to_others_is_refused(UnixFileMode extra)
    {
        File.EnsureThere(dataExists: false);
        System.IO.File.SetUnixFileMode(File.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | extra);

        FluentActions.Invoking(() => File.Read()).Should().Throw<KeyFileException>().WithMessage("*chmod 600*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"formatVersion\":1,\"currentKey\":2,\"sealingKeys\":{\"1\":\"AAAA\"},\"lookupKeys\":{},\"auditKey\":\"AAAA\"}")]
    [InlineData("{\"formatVersion\":9,\"currentKey\":1,\"sealingKeys\":{},\"lookupKeys\":{},\"auditKey\":\"AAAA\"}")]
    public void A_damaged_key_file_is_refused_without_quoting_it(string content)
    {
        File.EnsureThere(dataExists: false);
        System.IO.File.WriteAllText(File.Path, content);

        FluentActions.Invoking(() => File.Read()).Should().Throw<KeyFileException>().Which.ToString().Should().NotContain("AAAA");
    }

    [Fact]
    public void Many_nodes_that_start_at_once_end_up_with_the_same_keys()
    {
        for (var round = 0; round < 20; round++)
        {
            var made = 0;
            Parallel.For(0, 32, _ =>
            {
                if (File.EnsureThere(dataExists: false)) Interlocked.Increment(ref made);
                File.Read();
            });

            made.Should().Be(1);
            _folder.Files.Should().Equal("keys/vault.json");
            System.IO.File.Delete(File.Path);
        }
    }

    [Fact]
    public void A_rotation_adds_a_version_and_keeps_the_file_private()
    {
        File.EnsureThere(dataExists: false);

        File.Rotate().CurrentVersion.Should().Be(2);

        File.Read().Versions.Should().Equal(1, 2);
        System.IO.File.GetUnixFileMode(File.Path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _folder.Files.Should().Equal("keys/vault.json");
    }

    [Fact]
    public void A_file_from_before_mails_had_a_key_opens_and_finds_the_same_after_every_start_and_rotation()
    {
        File.EnsureThere(dataExists: false);
        var content = System.Text.Json.Nodes.JsonNode.Parse(System.IO.File.ReadAllText(File.Path))!;
        content["lookupKeys"]!.AsObject().Remove(nameof(LookupPurpose.Mail)).Should().BeTrue();
        System.IO.File.WriteAllText(File.Path, content.ToJsonString());
        byte[] Found() => new LookupHash(File.Read()).Of(LookupPurpose.Mail, "bir@posta.example");

        var before = Found();
        Found().Should().Equal(before);
        File.Rotate();

        Found().Should().Equal(before).And.NotEqual(new LookupHash(File.Read()).Of(LookupPurpose.PhoneAndNationalId, "bir@posta.example"));
    }

    [Fact]
    public void Nothing_that_writes_objects_out_writes_a_key_out()
    {
        File.EnsureThere(dataExists: false);
        var ring = File.Read();
        var key = Convert.ToBase64String(ring.SealingKey(1)!).Split('+', '/').MaxBy(part => part.Length)!;   // those two may be escaped
        System.IO.File.ReadAllText(File.Path).Should().Contain(key, "or this test looks for the wrong thing");

        string[] written = [ring.ToString(), JsonSerializer.Serialize(ring), JsonSerializer.Serialize(new Sealer(ring)), JsonSerializer.Serialize(new LookupHash(ring))];

        written.Should().AllSatisfy(text => text.Should().NotContain(key));
    }

    [Theory]
    [InlineData(null, "keys/vault.json")]
    [InlineData("elsewhere/ring.json", "elsewhere/ring.json")]
    public void The_key_file_lies_in_the_data_folder_unless_configured(string? setting, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [DataFolder.Setting] = _folder.Path,
            [KeyFile.Setting] = setting is null ? null : _folder[setting],
        }).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddVault().BuildServiceProvider();
        services.GetRequiredService<KeyFile>().EnsureThere(dataExists: false);

        services.GetRequiredService<Sealer>().Should().NotBeNull();
        _folder.Files.Should().Equal(expected);
    }
}
