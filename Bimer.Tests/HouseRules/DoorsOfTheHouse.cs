using Bimer.Blazor;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.HouseRules;

/// <summary>Every way into the program says who may use it; the doors that stand open to everybody are counted one by one.</summary>
public sealed class DoorsOfTheHouse : IAsyncDisposable
{
    /// <summary>What anybody may ask for without signing in. A new line is a decision; a line nobody answers to any more is a lie.</summary>
    private static readonly string[] _open =
    [
        "GET,HEAD,POST /durum/{Code:int}", "GET,HEAD,POST /giris", "GET,HEAD,POST /hata", "GET,HEAD,POST /bulunamadi", "GET,HEAD,POST /vitrin", "GET,HEAD,POST /vitrin/vatandas",
        "POST /cikis", "POST /gorunum",
        "GET,HEAD,POST /", "GET,HEAD,POST /erisilebilirlik", "GET,HEAD,POST /basvuru", "GET,HEAD,POST /basvuru/kod", "GET,HEAD,POST /basvuru/metin", "GET,HEAD,POST /basvuru/yaz", "GET,HEAD,POST /basvuru/kurum",
        "GET,HEAD,POST /basvuru/iletisim", "GET,HEAD,POST /basvuru/ekler", "GET,HEAD,POST /basvuru/kontrol", "GET,HEAD,POST /basvuru/alindi/{Number}",
        "POST /basvuru/ekler/yukle", "POST /basvuru/ayril", "GET,HEAD,POST /sorgula/kimlik", "GET,HEAD,POST /sorgula/kod",
        "GET,HEAD,POST /sorgula", "GET,HEAD,POST /sorgula/basvurularim", "GET,HEAD,POST /sorgula/basvurularim/{Number}", "GET /sorgula/ek/{file:guid}",
        "GET,HEAD,POST /gelistirme/iletiler", "GET /gelistirme/bellek", "POST /gelistirme/hazir-ziyaret", "/health/live", "GET,HEAD /health/ready",
    ];

    /// <summary>The framework's own, which carry no policy: the fallback keeps them for people who signed in.</summary>
    private static readonly string[] _keptByTheFallback =
    [
        "GET,HEAD /{**path:file}", "GET,HEAD /_framework/opaque-redirect", "/_blazor", "/_blazor/negotiate", "/_blazor/disconnect/", "/_blazor/initializers/",
    ];

    /// <summary>A page that answers "not found" outside Development, where no route can be taken away.</summary>
    private const string DevelopersPage = "GET,HEAD,POST /gelistirme/iletiler";

    private readonly SqliteFolder _folder = new();
    private readonly WebApplication _app;

    public DoorsOfTheHouse() => _app = Build("Development");

    [Fact]
    public void A_door_names_a_policy_or_is_known_to_stand_open() =>
        Doors(_app).Where(door => !IsOpen(door) && !IsGuarded(door)).Select(NameOf).Should().BeEquivalentTo(_keptByTheFallback);

    [Fact]
    public void Nothing_stands_open_that_is_not_listed_and_nothing_listed_is_gone() =>
        Doors(_app).Where(IsOpen).Select(NameOf).Distinct(StringComparer.Ordinal).Should().BeEquivalentTo(_open);

    [Fact]
    public async Task Outside_Development_the_doors_of_developers_are_not_there()
    {
        await using var production = Build("Production");

        Doors(_app).Select(NameOf).Where(IsForDevelopers).Should().HaveCount(3);
        Doors(production).Select(NameOf).Where(IsForDevelopers).Should().Equal(DevelopersPage);
    }

    [Fact]
    public async Task Whoever_forgets_a_policy_has_chosen_the_signed_in()
    {
        var fallback = await _app.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();

        fallback!.Requirements.Should().ContainSingle(r => r is Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private WebApplication Build(string environment) => BimerApp.Build(["--environment=" + environment], builder =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Bimer:DataPath"] = _folder.Root, ["Bimer:Simulate:Mail"] = "true", ["Bimer:Simulate:Sms"] = "true", ["Bimer:Simulate:IdentityRegistry"] = "true",
        }));

    // Files of ours are the same for everybody.
    private static IEnumerable<RouteEndpoint> Doors(WebApplication app) =>
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(door => door.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

    private static bool IsForDevelopers(string door) => door.Contains(" /gelistirme", StringComparison.Ordinal);

    private static bool IsOpen(RouteEndpoint door) => door.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsGuarded(RouteEndpoint door) =>
        door.Metadata.GetMetadata<IAuthorizeData>() is not null || door.Metadata.GetMetadata<AuthorizationPolicy>() is not null;

    private static string NameOf(RouteEndpoint door)
    {
        var methods = door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return $"{string.Join(',', methods.Order(StringComparer.Ordinal))} /{door.RoutePattern.RawText?.TrimStart('/')}".Trim();
    }
}
