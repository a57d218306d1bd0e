using System.Globalization;
using Membership.App;
using Membership.App.Database;
using Membership.App.MemberImports;
using Membership.App.Users;
using Membership.Web.Display;
using Membership.Web.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Localization;

namespace Membership.Web;

public static class WebRegistration
{
    /// <summary>The whole application on a data folder, ready to run. <paramref name="urls"/> may end in :0 for any free port.</summary>
    public static WebApplication BuildMembershipWeb(DataFolder folder, string urls, Action<WebApplicationBuilder>? change = null)
    {
        // Pages and files are found beside the program, wherever it is started from and whichever program hosts it.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebRegistration).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(urls);
        builder.AddMembershipWeb(folder);
        change?.Invoke(builder);

        var app = builder.Build();
        app.UseMembershipWeb();
        return app;
    }

    public static WebApplicationBuilder AddMembershipWeb(this WebApplicationBuilder builder, DataFolder folder)
    {
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            // Both warn at every start or page of what is meant: keys lie in the protected data folder, pages are not kept at all.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Services.AddMembershipApp(folder);
        builder.Services.AddHostedService<ImportWorker>();
        builder.Services.AddHostedService<SessionActivityWriter>();
        builder.Services.AddHostedService<ListForgetting>();
        builder.Services.AddRazorPages().AddMvcOptions(options =>
        {
            options.ModelBinderProviders.Insert(0, new VietnameseDateBinder());
            options.Filters.Add(new ReturnedFormFilter());
            options.Filters.Add<StaleFormAnswer>();
        });
        builder.Services.AddRouting(options => options.LowercaseUrls = true);
        builder.Services.AddSessionCookies();
        builder.Services.AddSingleton<KeptForms>().AddSingleton<FormKeeping>();
        builder.Services.AddRateLimits();
        builder.Services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        builder.Services.AddDataProtection()
            .SetApplicationName("Membership")
            .PersistKeysToFileSystem(new DirectoryInfo(folder.KeyFolder));

        // Only files that are the same for everybody: a compressed page with a secret in it can be guessed at.
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/css", "text/javascript"];
        });
        return builder;
    }

    public static WebApplication UseMembershipWeb(this WebApplication app)
    {
        var vietnamese = CultureInfo.GetCultureInfo("vi-VN");
        app.UseExceptionHandler("/loi/500");
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        if (app.Services.GetRequiredService<SecuritySettings>().Https)
            app.UseHsts().UseHttpsRedirection();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = SecurityHeaders.LetFilesBeKept });
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(vietnamese),
            SupportedCultures = [vietnamese],
            SupportedUICultures = [vietnamese],
            RequestCultureProviders = [],
        });
        app.UseRouting();
        app.UseMiddleware<SignInGate>();
        app.UseMiddleware<NotAllowedAnswer>();
        app.UseRateLimiter();
        app.UseMiddleware<UploadReception>();
        app.MapRazorPages();
        return app;
    }
}
