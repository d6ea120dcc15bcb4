using Bimer.Blazor.Persistence;
using Bimer.Blazor.Security.Crowds;
using Bimer.Blazor.Security.Passwords;
using Bimer.Blazor.Security.Sessions;
using Bimer.Blazor.Security.SigningIn;
using Bimer.Domain.Ports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Bimer.Blazor.Security;

/// <summary>The composition of this room.</summary>
public static class SecuritySetup
{
    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddHttpContextAccessor();
        services.AddDataProtection().SetApplicationName("Bimer").PersistKeysToFileSystem(new DirectoryInfo(DataFolder.From(configuration).Keys));
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>(static (keys, provider) => keys.XmlEncryptor = new FormKeySeal(provider));
        services.AddAuthentication(SessionScheme.Name).AddScheme<AuthenticationSchemeOptions, SessionScheme>(SessionScheme.Name, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);   // a refused form is a 400 in Development too
        services.AddProxies(configuration).AddOrigins(configuration).AddHostNames(environment);
        services.AddSingleton<Throttle>();
        services.AddSingleton<OfficerRegistry>();
        return services.AddPasswords(environment).AddSessions().AddSigningIn().AddCrowds();
    }

    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapSession();
        return app;
    }

    private static IServiceCollection AddPasswords(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddOptions<PasswordOptions>().BindConfiguration(PasswordOptions.Section).ValidateDataAnnotations().ValidateOnStart()
            .Validate(
                o => o.Iterations >= PasswordOptions.LeastIterations || environment.IsDevelopment(),
                $"Bimer:Passwords:Iterations is below {PasswordOptions.LeastIterations}: stolen hashes would be guessed too cheaply.");
        return services.AddSingleton<PasswordHasher>();
    }

    private static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddOptions<SessionLimits>().BindConfiguration(SessionLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SessionRegistry>();
        services.AddSingleton<SessionDoor>();
        services.AddSingleton<GatheredVisits>();
        services.AddSingleton<SessionPerson>();
        services.AddSingleton<OpenScreens>();
        services.AddScoped<ClaimedSession>();
        services.AddScoped<SessionVisits>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<ICurrentActor, CurrentActor>();
        return services.AddScoped<CircuitHandler, SessionWatch>();
    }

    private static IServiceCollection AddSigningIn(this IServiceCollection services)
    {
        services.AddOptions<SignInLimits>().BindConfiguration(SignInLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SignInBrake>();
        services.AddSingleton<SignInLedger>();
        services.AddScoped<Visitor>();
        services.AddScoped<Workstation>();
        services.AddScoped<KnownDevice>();
        services.AddScoped<SignInBrowser>();
        return services.AddScoped<SignInHandler>();
    }
}
