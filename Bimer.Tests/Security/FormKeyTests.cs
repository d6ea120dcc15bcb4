using System.Security.Cryptography;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Security;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>The framework's own keys lie sealed: their files are worth nothing without the key file.</summary>
public sealed class FormKeyTests : IDisposable
{
    private readonly AFolder _folder = new();

    [Fact]
    public void A_key_on_the_disk_is_sealed_and_opens_after_a_restart_with_the_key_file_alone()
    {
        using var first = Start();
        first.GetRequiredService<KeyFile>().EnsureThere(dataExists: false);
        var form = Protector(first).Protect("a form in flight");

        var file = Directory.GetFiles(_folder["keys"], "key-*.xml").Should().ContainSingle().Subject;
        File.ReadAllText(file).Should().Contain(nameof(FormKeyOpening)).And.NotContain("<value>").And.NotContain("masterKey");

        using (var again = Start()) Protector(again).Unprotect(form).Should().Be("a form in flight");
        File.Delete(_folder["keys/vault.json"]);
        using var stranger = Start();
        stranger.GetRequiredService<KeyFile>().EnsureThere(dataExists: false);
        var opening = () => Protector(stranger).Unprotect(form);
        opening.Should().Throw<CryptographicException>();
    }

    public void Dispose() => _folder.Dispose();

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private ServiceProvider Start()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Bimer:DataPath", (string?)_folder.Path)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging().AddVault();
        services.AddSecurity(configuration, new HostingEnvironment { EnvironmentName = "Development" });
        return services.BuildServiceProvider();
    }
}
