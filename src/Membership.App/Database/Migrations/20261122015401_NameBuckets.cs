using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.App.Database.Migrations
{
    public partial class NameBuckets : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_People_NameOrderKey",
                table: "People");

            migrationBuilder.AddColumn<string>(
                name: "NameBucket",
                table: "People",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql(PeopleBuckets.FillNames);

            migrationBuilder.CreateIndex(
                name: "IX_People_NameBucket",
                table: "People",
                column: "NameBucket");

            migrationBuilder.Sql(PeopleBuckets.CreateNameTrigger);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(PeopleBuckets.DropNameTrigger);

            migrationBuilder.DropIndex(
                name: "IX_People_NameBucket",
                table: "People");

            migrationBuilder.DropColumn(
                name: "NameBucket",
                table: "People");

            migrationBuilder.CreateIndex(
                name: "IX_People_NameOrderKey",
                table: "People",
                column: "NameOrderKey");
        }
    }
}
