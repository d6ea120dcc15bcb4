using Bimer.Blazor.Shell;

// The content root is the program's folder, so that settings are found from whatever folder it is started in.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddShell();

var app = builder.Build();
app.UseShell();
app.UseAntiforgery();
app.MapShell();
await app.RunAsync();
