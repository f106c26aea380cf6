package main

import "strings"

// provinces are the official full names in the order of their codes (GB/T 2260).
var provinces = []string{
	"北京市", "天津市", "河北省", "山西省", "内蒙古自治区",
	"辽宁省", "吉林省", "黑龙江省",
	"上海市", "江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省",
	"河南省", "湖北省", "湖南省", "广东省", "广西壮族自治区", "海南省",
	"重庆市", "四川省", "贵州省", "云南省", "西藏自治区",
	"陕西省", "甘肃省", "青海省", "宁夏回族自治区", "新疆维吾尔自治区",
	"台湾省", "香港特别行政区", "澳门特别行政区",
}

// provinceNumber is the place of a full or shortened name in provinces, from 1; 0 for others. No
// short name is the beginning of two full ones, and every one has at least two characters.
func provinceNumber(name string) uint8 {
	if len([]rune(name)) < 2 {
		return 0
	}
	for i, full := range provinces {
		if strings.HasPrefix(full, name) {
			return uint8(i + 1)
		}
	}
	return 0
}
