using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Membership.Web.Display;

/// <summary>
/// Reads a day as officers type it, dd/MM/yyyy, and as addresses hold it, yyyy-MM-dd. A browser's own date field shows the order
/// of the browser's language, so that 06/07 is July to one officer and June to another: hence plain text fields.
/// </summary>
public sealed class VietnameseDateBinder : IModelBinder, IModelBinderProvider
{
    public const string NoDay = "Ngày chưa đúng. Hãy ghi theo dạng ngày/tháng/năm, ví dụ 31/12/2025.";

    private static readonly string[] Formats = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"];

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        (Nullable.GetUnderlyingType(context.Metadata.ModelType) ?? context.Metadata.ModelType) == typeof(DateOnly) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var text = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue?.Trim();
        if (string.IsNullOrEmpty(text))
            return Task.CompletedTask;

        if (DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            bindingContext.Result = ModelBindingResult.Success(day);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, NoDay);
        return Task.CompletedTask;
    }
}
