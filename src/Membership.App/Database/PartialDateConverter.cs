using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Membership.App.Database;

/// <summary>A partial date is stored as yyyy, yyyy-MM or yyyy-MM-dd: readable in the file, and in order.</summary>
internal sealed class PartialDateConverter()
    : ValueConverter<PartialDate, string>(date => date.ToString(), text => PartialDate.Parse(text));
